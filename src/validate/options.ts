import type { ClientProfile } from '../client/profile.js';
import type { Severity } from './diagnostic.js';
import type { FileAccess } from './file-access.js';
import type { RuleId } from './rules/catalogue.js';

export interface ValidateOptions {
  /** Absolute paths of files or folders. */
  paths: readonly string[];
  /** Folder that the diagnostics' paths are relative to. */
  cwd: string;
  access: FileAccess;
  /** The client that the verdicts are about; the latest one that was measured, unless another is given. */
  client?: ClientProfile;
  /** Absolute path of the user's `~/.claude`, and of `~/.claude.json`; without them nothing of the user's is read. */
  userFolder?: string | undefined;
  userState?: string | undefined;
  /** What a rule counts for in a file (relative to `cwd`); the effect decides where this says nothing. */
  levelOf?(ruleId: RuleId, file: string): Severity | 'off' | undefined;
  /** Files that are left out. */
  ignores?(file: string): boolean;
  /** Called after each file. */
  onProgress?(done: number, total: number): void;
}
