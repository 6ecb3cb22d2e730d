import { listPlannedEdits, listUserEdits } from '../install/edits.js';
import { findRoot, type PlaceOptions } from '../install/find-root.js';
import { formatEdits, formatEditsJson } from '../reporters/edits.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import { readInstallation } from './installation.js';

export interface DiffOptions extends PlaceOptions {
  format: 'text' | 'json';
  /** Show what an install would change now, not what was changed since the last one. */
  upgrade?: true;
}

/** Shows changes as a diff. Exit 1 where there are any, as `diff` has it. */
export async function diff(environment: Environment, dir: string | undefined, options: DiffOptions): Promise<ExitCode> {
  const root = findRoot(environment, dir, options);
  const { plan, recorded, disk } = await readInstallation(environment, root);
  const edits = options.upgrade ? listPlannedEdits(plan, disk) : listUserEdits(plan, recorded, disk);
  environment.stdout.write(options.format === 'json' ? formatEditsJson(edits) : formatEdits(edits));
  return edits.edits.length + edits.others.length > 0 ? EXIT.findings : EXIT.clean;
}
