import { describeHandoffs, describeReport, describeRoute } from './activity-commands.js';
import type { Command, CommandGroup } from './command.js';
import {
  describeDiff,
  describeDoctor,
  describeInstall,
  describeStatus,
  describeUninstall,
} from './installation-commands.js';
import { describeExplain, describeSchema, describeValidate } from './validation-commands.js';

export type Commands = ReadonlyMap<string, () => Command | CommandGroup>;

/** All commands, in the order of the help. Each is described when it is asked for, and its code loaded when it runs. */
export const COMMANDS: Commands = new Map<string, () => Command | CommandGroup>([
  ['install', describeInstall],
  ['uninstall', describeUninstall],
  ['status', describeStatus],
  ['diff', describeDiff],
  ['doctor', describeDoctor],
  ['validate', describeValidate],
  ['explain', describeExplain],
  ['schema', describeSchema],
  ['route', describeRoute],
  ['report', describeReport],
  ['handoffs', describeHandoffs],
]);
