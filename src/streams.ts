/** Where a command prints to. */
export interface Output {
  write(content: string | Uint8Array): unknown;
  isTTY?: boolean;
}

/** What draws on a terminal wants a stream, which takes time to open. */
export interface Opened {
  open(): NodeJS.WritableStream;
}

/** What a command may use of the outside world; `bin.ts` fills it from `process`, tests from memory. */
export interface Environment {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: Output;
  stderr: Output & Opened;
  /** Where the user's programs keep what they can make again, and which build of this one it is for. */
  cache?: { folder: string; build: string } | undefined;
  /** Root of the package, where the payload lies. */
  packageRoot: string;
  version: string;
}

/** Exit codes, the same in every format. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Colour only on a terminal, and never where NO_COLOR is set (no-color.org). */
export function wantsColour({ env, stdout }: Environment): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
