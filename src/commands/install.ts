import { readPayload } from '../install/payload.js';
import { preparePlan } from '../install/prepare.js';
import type { Environment, ExitCode } from '../streams.js';
import { carryOut, type PlanOptions, resolveRepository } from './carry-out.js';

/** Brings a repository to this version of the agent. */
export async function install(environment: Environment, dir: string, options: PlanOptions): Promise<ExitCode> {
  const repository = await resolveRepository(environment.cwd, dir);
  const payload = await readPayload(environment.packageRoot);
  const { plan } = await preparePlan(repository, payload, options.force === true);
  return carryOut(environment, { command: 'install', repository, version: payload.version, plan }, options);
}
