import type { ClientProfile } from '../client/profile.js';
import type { Report, Severity } from './diagnostic.js';
import { DiagnosticLog } from './diagnostic-log.js';
import type { FileAccess } from './file-access.js';
import { rememberAnswers } from './remember-answers.js';
import type { RuleId } from './rules/catalogue.js';
import { Validation } from './validation.js';

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

/**
 * Validates agents, skills and what registers them as the client would load them.
 *
 * @returns diagnostics in the order of file, line, column and rule
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function validate(options: ValidateOptions): Report {
  const validation = new Validation(options, rememberAnswers(options.access));
  const log = new DiagnosticLog(options);
  const { length } = validation.targets;
  for (let at = 0; at < length; at += 1) {
    const check = validation.check(at);
    if (!check.clean) validation.tell(log, check);
    options.onProgress?.(at + 1, length);
  }
  for (const twin of validation.findTwins()) log.takeTwin(twin);
  return validation.finish(log);
}
