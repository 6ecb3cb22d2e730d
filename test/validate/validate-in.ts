import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const run = promisify(execFile);

export interface Verdict {
  stdout: string;
  rules: string[];
}

/** Validates in a process of its own, which is killed when it hangs. */
export async function validateIn(repository: string, ...args: string[]): Promise<Verdict> {
  const bin = path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');
  const { stdout } = await run(process.execPath, [bin, 'validate', '--format', 'json', ...args], {
    cwd: repository,
    timeout: 10_000,
    killSignal: 'SIGKILL',
    env: { ...process.env, HOME: path.join(repository, 'home') },
  }).catch((error: { killed?: boolean; stdout: string; code?: number; stderr: string }) => {
    // Findings end it with 1; anything else is a crash or a hang.
    if (error.code !== 1) throw new Error(error.killed ? 'it hangs' : `exit ${error.code}: ${error.stderr}`);
    return error;
  });
  const report = JSON.parse(stdout) as { diagnostics: { ruleId: string; location: { file: string } }[] };
  return { stdout, rules: report.diagnostics.map(({ ruleId, location }) => `${ruleId} ${location.file}`) };
}
