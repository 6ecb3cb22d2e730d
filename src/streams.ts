/** What a command may use of the outside world; `bin.ts` fills it from `process`, tests from memory. */
export interface Environment {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** Root of the package, where the payload lies. */
  packageRoot: string;
}

/** Exit codes, the same in every format. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Colour only on a terminal, and never where NO_COLOR is set (no-color.org). */
export function wantsColour({ env, stdout }: Environment): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
