import { findHookObstacles } from '../install/hook-obstacles.js';
import { readHookSurroundings } from '../install/hook-surroundings.js';
import { readManifest } from '../install/inspect.js';
import { readPayload } from '../install/payload.js';
import { preparePlan } from '../install/prepare.js';
import type { Environment, ExitCode } from '../streams.js';
import { carryOut, type PlanOptions } from './carry-out.js';
import { resolveRepository } from './repository.js';

/** Brings a repository to this version of the agent. */
export async function install(environment: Environment, dir: string, options: PlanOptions): Promise<ExitCode> {
  const repository = await resolveRepository(environment.cwd, dir);
  const payload = await readPayload(environment.packageRoot);
  const recorded = await readManifest(repository);
  const plan = await preparePlan(repository, payload, recorded, options.force === true);
  const notes = findHookObstacles(await readHookSurroundings(repository, environment.env));
  return carryOut(environment, { command: 'install', repository, version: payload.version, plan, notes }, options);
}
