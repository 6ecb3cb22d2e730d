import path from 'node:path';
import { checkScope, findRoot } from '../install/find-root.js';
import type { Obstacle, Operation } from '../install/plan/operation.js';
import { noteProposal, planProposal, proposeInstall } from '../install/propose.js';
import type { Change } from '../transaction/change.js';
import { runExclusively } from '../transaction/exclusive.js';
import { hasTransaction } from '../transaction/pending.js';
import { baseOf } from '../transaction/root.js';

export interface PlanInstallOptions {
  /** The folder of the repository. */
  repository: string;
  /** Where the backend is, relative to the repository; found by its FastAPI application when left out. */
  backendRoot?: string;
  /** `all`, `preloaded`, `none`, or names with commas between them. */
  skills?: string;
  /** Whether prompts about the backend are pointed to the agent. */
  router?: boolean;
  /** The MCP servers to register: true for all, false for none, or names with commas between them. */
  mcp?: boolean | string;
  /** What hooks are started by: `sh`, or `node` where there is no shell; found out when left out. */
  hookStarter?: 'sh' | 'node';
  /** Replace files of the user that are in the way, keeping a copy of each, and bring back deleted ones. */
  force?: boolean;
  /** Go through symbolic links that lead out of the repository. */
  followLinks?: boolean;
  /** Where the user's home is (`HOME`, `CLAUDE_CONFIG_DIR`): an installation there by mistake is refused. */
  env?: Readonly<Record<string, string | undefined>>;
}

/** What an installation would do, as data; nothing has been written. */
export interface InstallPlan {
  /** Absolute, as the folder `.claude` in it. */
  repository: string;
  claudeFolder: string;
  followLinks: boolean;
  /** Of the payload. */
  version: string;
  /** A step for each file, folder and entry, with its reason; those of kind `conflict` leave the user's file as it is. */
  operations: readonly Operation[];
  /** What is in the way of the whole plan; with any of these it cannot be applied. */
  obstacles: readonly Obstacle[];
  /** A file such as settings.json cannot be read: nothing would be written. */
  stopped: boolean;
  /** Everything that would be done to the disk, in this order; paths are relative to the repository. */
  changes: readonly Change[];
  /** What a user should know besides. */
  notes: readonly string[];
}

/**
 * Looks at a repository and plans the installation of the agent, or its upgrade. An installation that was interrupted is
 * first finished or undone; nothing else is written.
 *
 * @throws {UsageError} for a repository that does not exist, and for an option that there is not
 */
export async function planInstallation(packageRoot: string, options: PlanInstallOptions): Promise<InstallPlan> {
  const { repository, force = false, followLinks, env = {}, ...answers } = options;
  const place = followLinks ? { followLinks: true as const } : {};
  const root = findRoot({ cwd: path.resolve('.'), env }, repository, place);
  checkScope(env, root, {});
  if (hasTransaction(root)) runExclusively(root, ignore, ignore);
  const proposal = await proposeInstall(packageRoot, root, answers, env);
  const plan = planProposal(proposal, proposal.answers, force);
  const notes = noteProposal(proposal, proposal.answers, answers, env);
  return { ...root, repository: baseOf(root), version: proposal.payload.version, ...plan, notes };
}

function ignore(): void {}
