import path from 'node:path';
import { type ClientProfile, LATEST_CLIENT } from '../client/profile.js';
import { AgentIndex } from './agent-index.js';
import { type Checked, checkTarget } from './check-target.js';
import type { Report, Severity } from './diagnostic.js';
import { DiagnosticLog } from './diagnostic-log.js';
import { discover } from './discover.js';
import { Lines } from './excerpt.js';
import type { FileAccess } from './file-access.js';
import { type Finding, finding, type Source } from './finding.js';
import type { Layout } from './layout.js';
import { readText } from './read-text.js';
import { rememberAnswers } from './remember-answers.js';
import { makeReport } from './report.js';
import type { RuleId } from './rules/catalogue.js';
import { isSuspect, type Target } from './target.js';

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

/** What is known across files. */
interface NameScope {
  index: AgentIndex;
  access: FileAccess;
  userFolder: string | undefined;
  show(file: string): string;
}

/**
 * Validates agents, skills and what registers them as the client would load them.
 *
 * @returns diagnostics in the order of file, line, column and rule
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function validate(options: ValidateOptions): Report {
  const { cwd, client = LATEST_CLIENT, userFolder, userState, onProgress } = options;
  const access = rememberAnswers(options.access);
  const show = (file: string) => path.relative(cwd, file).split(path.sep).join('/') || path.basename(file);
  const targets = discover(options.paths, { access, userFolder }).filter(({ file }) => !options.ignores?.(show(file)));
  const index = new AgentIndex(access, new Set(targets.map(({ file }) => file)));
  const scope: NameScope = { index, access, userFolder, show };
  const log = new DiagnosticLog(show, options.levelOf);

  // From the last: of files with one name it is the one that is loaded.
  targets.toReversed().forEach((target, done) => {
    const isShared = path.basename(target.file) !== 'settings.local.json' && target.layout.kind !== 'user';
    const onRead = (source: Source) => log.read(source, target);
    const context = { access, onRead, layout: target.layout, isShared, client, userFolder, userState };
    const checked = checkTarget(target, context);
    const lines = new Lines(checked.text);
    log.read({ file: target.file, text: checked.text }, target);
    for (const found of [...checked.findings, ...checkName(checked, target, scope)]) log.report(found, target, lines);
    onProgress?.(done + 1, targets.length);
  });
  const isThere = (layout: Layout, agent: string) =>
    client.builtInAgents.has(agent) ||
    index.has(layout, agent) ||
    (userFolder !== undefined && index.findUsers(userFolder, agent) !== undefined);
  const files = targets.filter((target) => !isSuspect(target)).length;
  return makeReport(log.finish(isThere), files);
}

/** Agents of one name: in one folder the client loads the last file alone, and a project's hides the user's. */
function checkName({ name }: Checked, { layout, file }: Target, scope: NameScope): Finding[] {
  if (!name) return [];
  const { index, access, userFolder, show } = scope;
  const twins = index.add(layout, name.value.trim(), { file, location: name.location });
  if (twins) {
    const { loser, winner } = twins;
    const found = finding('agent-name-duplicate', loser.location, { name: name.value, other: show(winner.file) });
    if (loser.file === file) return [found];
    return [{ ...found, source: { file: loser.file, text: readText(access.read(loser.file)).text } }];
  }
  if (layout.kind !== 'project' || userFolder === undefined) return [];
  const users = index.findUsers(userFolder, name.value.trim());
  return users ? [finding('agent-name-shadows-user', name.location, { name: name.value, other: users })] : [];
}
