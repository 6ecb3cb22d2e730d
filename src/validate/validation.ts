import path from 'node:path';
import { LATEST_CLIENT } from '../client/profile.js';
import { AgentNames, type Twin } from './agent-names.js';
import { checkTarget } from './check-target.js';
import type { CheckContext, RunContext } from './checks/context.js';
import { judgeClean } from './clean.js';
import type { Report } from './diagnostic.js';
import type { DiagnosticLog } from './diagnostic-log.js';
import { discover } from './discover.js';
import type { FileAccess } from './file-access.js';
import type { Clean, FileCheck } from './file-check.js';
import type { Source } from './finding.js';
import type { ValidateOptions } from './options.js';
import { makeReport } from './report.js';
import { showFrom } from './show-from.js';
import { isSuspect, type Target } from './target.js';

/**
 * One validation: its files are checked in any order, or taken for clean, then the agents of one name are looked for, and then
 * the report is asked for. What there is to say goes into a log, which is loaded with the first of it: most runs have nothing.
 */
export class Validation {
  /** In the order of their paths. */
  readonly targets: readonly Target[];
  readonly context: RunContext;
  readonly #access: FileAccess;
  readonly #names: AgentNames;
  readonly #show: (file: string) => string;

  /**
   * `targets` are what there is to check, where that has been found already.
   *
   * @throws {UsageError} when a path does not exist or holds nothing to validate
   */
  constructor(options: ValidateOptions, access: FileAccess, targets?: readonly Target[]) {
    const { cwd, client = LATEST_CLIENT, userFolder, userState } = options;
    this.context = { client, userFolder, userState };
    this.#access = access;
    this.#show = showFrom(cwd);
    this.targets =
      targets ??
      discover(options.paths, { access, userFolder }).filter(({ file }) => !options.ignores?.(this.#show(file)));
    this.#names = new AgentNames(this.targets, this.context, access);
  }

  /** Checks every file, one after the other, and gives back those for which `tell` is to follow. */
  *checkAll(onProgress: ValidateOptions['onProgress']): Generator<FileCheck> {
    const { length } = this.targets;
    for (let at = 0; at < length; at += 1) {
      const check = this.check(at);
      if (!check.clean) yield check;
      onProgress?.(at + 1, length);
    }
  }

  /** Checks one of the files. Where it is not clean, `tell` is to follow. */
  check(at: number): FileCheck {
    const target = this.targets[at];
    if (!target) throw new RangeError(`There is no file number ${at}.`);
    const sources: Source[] = [];
    const checked = checkTarget(target, contextOf(target, this.context, this.#access, sources));
    const clean = judgeClean(checked, sources);
    if (clean) this.#keepName(at, checked.name);
    return { at, target, sources, clean, ...checked };
  }

  /** Takes a file for what a check of it has shown. */
  accept(at: number, { name }: Clean): void {
    this.#names.set(at, name);
  }

  /** Tells a log what a check has found. */
  tell(log: DiagnosticLog, check: FileCheck): void {
    // What is not loaded has no name that others could have, too.
    if (log.take(check)) this.#keepName(check.at, check.name);
  }

  /** What there is to say of agents with one name, once every file was checked or accepted. */
  findTwins(): Twin[] {
    return this.#names.findTwins(this.#show);
  }

  /** The report; that of a run in which there was nothing to say has no log. */
  finish(log: DiagnosticLog | undefined): Report {
    const files = this.targets.filter((target) => !isSuspect(target)).length;
    return makeReport(log?.finish(this.#names) ?? [], files);
  }

  #keepName(at: number, name: string | undefined): void {
    this.#names.set(at, name && ownText(name));
  }
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
