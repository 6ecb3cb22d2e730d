import { UsageError } from '../errors.js';
import { readManifest } from '../install/inspect.js';
import { MANIFEST_PATH } from '../install/manifest.js';
import { preparePlan } from '../install/prepare.js';
import type { Environment, ExitCode } from '../streams.js';
import { carryOut, type PlanOptions } from './carry-out.js';
import { resolveRepository } from './repository.js';

/** Takes an installation out of a repository. */
export async function uninstall(environment: Environment, dir: string, options: PlanOptions): Promise<ExitCode> {
  const repository = await resolveRepository(environment.cwd, dir);
  const manifest = await readManifest(repository);
  if (!manifest) {
    throw new UsageError(
      `Nothing is installed in ${repository}: there is no ${MANIFEST_PATH}.`,
      'Name the repository into which the agent was installed.',
    );
  }
  const plan = await preparePlan(repository, undefined, manifest, options.force === true);
  const planned = { command: 'uninstall', repository, version: manifest.version, plan, notes: [] } as const;
  return carryOut(environment, planned, options);
}
