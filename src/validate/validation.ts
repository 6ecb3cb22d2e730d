import path from 'node:path';
import { LATEST_CLIENT } from '../client/profile.js';
import { parseDefinition } from '../definition/parse-definition.js';
import { AgentIndex } from './agent-index.js';
import { checkTarget } from './check-target.js';
import type { CheckContext } from './checks/context.js';
import { type Clean, judgeClean } from './clean.js';
import type { Report } from './diagnostic.js';
import { DiagnosticLog } from './diagnostic-log.js';
import { discover } from './discover.js';
import { Lines } from './excerpt.js';
import type { FileAccess } from './file-access.js';
import { finding, type Source } from './finding.js';
import type { Layout } from './layout.js';
import { readText } from './read-text.js';
import { makeReport } from './report.js';
import { isSuspect, type Target } from './target.js';
import type { ValidateOptions } from './validate.js';

/** What every check of a run may look at. */
export type RunContext = Pick<CheckContext, 'client' | 'userFolder' | 'userState'>;

/** One validation: its files are checked in any order, or taken for clean, and then the report is asked for. */
export class Validation {
  /** In the order of their paths. */
  readonly targets: readonly Target[];
  readonly context: RunContext;
  readonly #access: FileAccess;
  readonly #log: DiagnosticLog;
  readonly #names: (string | undefined)[] = [];
  readonly #show: (file: string) => string;

  /**
   * `targets` are what there is to check, where that has been found already.
   *
   * @throws {UsageError} when a path does not exist or holds nothing to validate
   */
  constructor(options: ValidateOptions, access: FileAccess, targets?: readonly Target[]) {
    const { cwd, client = LATEST_CLIENT, userFolder, userState, levelOf } = options;
    this.context = { client, userFolder, userState };
    this.#access = access;
    this.#show = (file) => path.relative(cwd, file).split(path.sep).join('/') || path.basename(file);
    this.#log = new DiagnosticLog(this.#show, levelOf);
    this.targets =
      targets ??
      discover(options.paths, { access, userFolder }).filter(({ file }) => !options.ignores?.(this.#show(file)));
  }

  /** Checks one of the files; what comes back can be taken for it as long as it is the same. */
  check(at: number): Clean | undefined {
    const target = this.#target(at);
    const sources: Source[] = [];
    const checked = checkTarget(target, contextOf(target, this.context, this.#access, sources));
    const clean = judgeClean(checked, sources);
    if (!clean) {
      for (const source of [...sources, { file: target.file, text: checked.text }]) this.#log.read(source, target);
      const lines = new Lines(checked.text);
      for (const found of checked.findings) this.#log.report(found, target, lines);
    }
    this.#names[at] = checked.name && ownText(checked.name.value);
    return clean;
  }

  /** Takes a file for what a check of it has shown. */
  accept(at: number, { name }: Clean): void {
    this.#names[at] = name;
  }

  /** The report, once every file was checked or accepted. */
  finish(): Report {
    const { client, userFolder } = this.context;
    const index = new AgentIndex(this.#access, new Set(this.targets.map(({ file }) => file)));
    // From the last: of files with one name it is the one that is loaded.
    for (let at = this.targets.length - 1; at >= 0; at -= 1) this.#checkName(at, index);
    const isThere = (layout: Layout, agent: string) =>
      client.builtInAgents.has(agent) ||
      index.has(layout, agent) ||
      (userFolder !== undefined && index.findUsers(userFolder, agent) !== undefined);
    const files = this.targets.filter((target) => !isSuspect(target)).length;
    return makeReport(this.#log.finish(isThere), files);
  }

  /** Agents of one name: in one folder the client loads the last file alone, and a project's hides the user's. */
  #checkName(at: number, index: AgentIndex): void {
    const name = this.#names[at];
    if (name === undefined || name === '') return;
    const target = this.#target(at);
    const { layout, file } = target;
    const twins = index.add(layout, name.trim(), file);
    if (twins) {
      const text = readText(this.#access.read(twins.loser)).text;
      const found = finding('agent-name-duplicate', locateName(text), { name, other: this.#show(twins.winner) });
      const isOther = twins.loser !== file;
      this.#log.report(isOther ? { ...found, source: { file: twins.loser, text } } : found, target, new Lines(text));
      return;
    }
    const { userFolder } = this.context;
    const users =
      layout.kind === 'project' && userFolder !== undefined ? index.findUsers(userFolder, name.trim()) : undefined;
    if (users === undefined) return;
    const text = readText(this.#access.read(file)).text;
    const found = finding('agent-name-shadows-user', locateName(text), { name, other: users });
    this.#log.report(found, target, new Lines(text));
  }

  #target(at: number): Target {
    const target = this.targets[at];
    if (!target) throw new RangeError(`There is no file number ${at}.`);
    return target;
  }
}

/** Checks every file, one after the other. */
export function checkAll(validation: Validation, onProgress: ValidateOptions['onProgress']): Report {
  const { length } = validation.targets;
  for (let at = 0; at < length; at += 1) {
    validation.check(at);
    onProgress?.(at + 1, length);
  }
  return validation.finish();
}

/** The context of one file; further files that its check reads are added to `sources`. */
export function contextOf(target: Target, run: RunContext, access: FileAccess, sources: Source[]): CheckContext {
  const { kind, file, layout } = target;
  const isLocal = kind === 'settings' && path.basename(file) === 'settings.local.json';
  return {
    client: run.client,
    userFolder: run.userFolder,
    userState: run.userState,
    access,
    layout,
    isShared: !isLocal && layout.kind !== 'user',
    onRead: (source) => sources.push(source),
  };
}

/** A copy: a part of a text keeps the whole of it in memory. */
export function ownText(part: string): string {
  return part.length < SLICED ? part : JSON.parse(JSON.stringify(part));
}

/** From so many characters on V8 keeps a part as a place in the whole. */
const SLICED = 13;

function locateName(text: string) {
  const parsed = parseDefinition(text);
  const { line, column } =
    parsed.kind === 'definition' ? parsed.definition.frontmatter.locate(['name']) : { line: 1, column: 1 };
  return { line, column };
}
