import { CONTEXT } from '../context/ignore.js';
import { UsageError } from '../errors.js';
import { findRoot, type PlaceOptions } from '../install/find-root.js';
import { listHookWritings } from '../install/hook-writings.js';
import { readManifest } from '../install/inspect.js';
import { BACKUPS, MANIFEST_PATH } from '../install/manifest.js';
import type { Plan } from '../install/plan/plan.js';
import type { Purge } from '../install/plan/purge.js';
import { listFiles, preparePlan } from '../install/prepare.js';
import { plural } from '../plural.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import { baseOf, type Root } from '../transaction/root.js';
import { carryOut, type PlannedCommand, type PlanOptions } from './carry-out.js';
import { settleInterrupted } from './settle.js';

export interface UninstallOptions extends PlanOptions, PlaceOptions {
  /** Remove what the hooks wrote, too. */
  purge?: true;
}

/** Takes an installation out of a repository. */
export async function uninstall(
  environment: Environment,
  dir: string | undefined,
  options: UninstallOptions,
): Promise<ExitCode> {
  const root = findRoot(environment, dir, options);
  const recovery = await settleInterrupted(environment, root);
  // It was this that was interrupted, and now it is done.
  if (recovery?.kind === 'finished' && recovery.label === 'uninstall' && !readManifest(root)) return EXIT.clean;
  // What the hooks wrote can be removed later, too, when the rest has gone already.
  let isFirst = true;
  const prepare = (): PlannedCommand => {
    const recorded = readManifest(root);
    const written = listHookWritings(root);
    if (isFirst && !recorded && !(options.purge && written.files.length > 0)) {
      throw new UsageError(
        `Nothing is installed in ${baseOf(root)}: there is no ${MANIFEST_PATH}.`,
        'Name the repository into which the agent was installed.',
      );
    }
    isFirst = false;
    const purge = options.purge ? written : undefined;
    const { plan } = preparePlan(root, { recorded, force: options.force === true, purge });
    return {
      version: recorded?.version ?? '',
      plan,
      notes: [...leftWritings(written, options), ...leftCopies(root, plan)],
    };
  };
  return carryOut(environment, { command: 'uninstall', root, prepare }, options);
}

function leftWritings({ files }: Purge, { purge }: UninstallOptions): string[] {
  if (purge || files.length === 0) return [];
  return [`What the hooks wrote below ${CONTEXT} stays (${plural(files.length, 'file')}); --purge removes it.`];
}

/** Of a path that was replaced more than once only the first copy goes back to its place. */
function leftCopies(root: Root, { changes }: Plan): string[] {
  const copies = listFiles(root, BACKUPS).filter((copy) => !changes.some(({ path }) => path === copy));
  return copies.length === 0 ? [] : [`Copies of files that --force replaced stay in ${BACKUPS}: ${copies.length}.`];
}
