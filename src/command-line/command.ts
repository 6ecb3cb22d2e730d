import type { Environment, ExitCode } from '../streams.js';

/** One command as data: what it is called with, and what it does. */
export interface Command {
  name: string;
  description: string;
  parameters?: readonly Parameter[];
  options?: readonly Option[];
  /**
   * @param words what stands for the parameters, in their order
   * @param options values by the names of `optionName`; each command knows which it has
   */
  run(environment: Environment, words: readonly string[], options: object): Promise<ExitCode>;
}

/** Commands under one name; the first is meant where none of them is named. */
export interface CommandGroup {
  name: string;
  description: string;
  commands: readonly [Command, ...Command[]];
}

export interface Parameter {
  /** As the help prints it: `<id>` has to be there, `[dir]` may be left out, and `[paths...]` takes all words that are left. */
  form: string;
  description: string;
}

export interface Option {
  /** `--strict`; `--no-cache` for what is on unless somebody says so. */
  flag: string;
  short?: string;
  /** The value that follows, as the help prints it: `<level>`, or `[file]` where it may be left out. */
  value?: string;
  description: string;
  choices?: readonly string[];
  default?: string;
  /** Not only the last of its values counts. */
  isRepeatable?: boolean;
}

/** A command, and what it was called with. */
export interface Call {
  command: Command;
  words: readonly string[];
  options: Readonly<Record<string, unknown>>;
}

/** `--max-warnings` is `maxWarnings`, and `--no-cache` is about `cache`. */
export function optionName({ flag }: Option): string {
  const name = flag.slice(isNegated(flag) ? '--no-'.length : '--'.length);
  const [first = '', ...more] = name.split('-');
  return first + more.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

export function isNegated(flag: string): boolean {
  return flag.startsWith('--no-');
}
