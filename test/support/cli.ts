import { spawn } from 'node:child_process';
import path from 'node:path';
import { inject } from 'vitest';

export interface CliResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  cwd: string;
  env?: Record<string, string>;
}

/** Runs the packed command line in a process of its own, without a terminal. */
export function cli(args: readonly string[], { cwd, env }: CliOptions): Promise<CliResult> {
  const bin = path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');
  return runProcess(process.execPath, [bin, ...args], { cwd, env: { ...process.env, ...env } });
}

export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env, input }: { cwd: string; env: NodeJS.ProcessEnv; input?: string | Buffer },
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'pipe' });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...output }));
    // A process may end without having read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
