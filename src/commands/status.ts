import { readHandoffs } from '../context/read-handoffs.js';
import { readCost } from '../cost/read-cost.js';
import { findRoot, type PlaceOptions } from '../install/find-root.js';
import { readState } from '../install/state.js';
import { formatStatusJson, formatStatusText, type Status } from '../reporters/status.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';
import { baseOf, toAbsolute } from '../transaction/root.js';
import { readInstallation } from './installation.js';

export interface StatusOptions extends PlaceOptions {
  format: 'text' | 'json';
  /** Say what the installation adds to what the model reads. */
  cost?: true;
}

/** Says what is installed and what has become of it. Exit 1 where something is not as it was installed. */
export async function status(
  environment: Environment,
  dir: string | undefined,
  options: StatusOptions,
): Promise<ExitCode> {
  const root = findRoot(environment, dir, options);
  const { recorded, available, plan } = await readInstallation(environment, root);
  const { handoffs } = readHandoffs(toAbsolute(root, '.claude/context'));
  const state: Status = {
    directory: baseOf(root),
    installed: recorded.version,
    available,
    answers: recorded.answers,
    ...readState(plan, recorded),
    ...(options.cost ? { cost: readCost(root.claudeFolder, recorded) } : {}),
    pendingHandoffs: handoffs.filter(({ status: standing }) => standing === 'pending').length,
  };
  environment.stdout.write(
    options.format === 'json' ? formatStatusJson(state) : formatStatusText(state, { colour: wantsColour(environment) }),
  );
  return state.drifted.length > 0 ? EXIT.findings : EXIT.clean;
}
