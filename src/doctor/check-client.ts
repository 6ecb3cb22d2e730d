import { compareVersions } from '../client/features.js';
import { LATEST_CLIENT } from '../client/profile.js';
import facts from '../client/version-facts.json' with { type: 'json' };
import { findComplaint } from './excerpt.js';
import { findProgram } from './find-program.js';
import type { Finding } from './finding.js';
import type { Variables } from './process-group.js';
import type { RunProgram } from './run-program.js';

export interface ClientRequest {
  env: Variables;
  cwd: string;
  run: RunProgram;
}

const TIMEOUT_MS = 15_000;
const OLDEST = Object.keys(facts).sort(compareVersions)[0] ?? LATEST_CLIENT.version;

/** The client on the PATH, held against the versions that were measured (conformance/versions.json). */
export async function checkClient({ env, cwd, run }: ClientRequest): Promise<Finding> {
  const file = findProgram('claude', env, cwd);
  if (!file) {
    return {
      check: 'client',
      status: 'warning',
      message: 'There is no "claude" on the PATH.',
      remedy: 'Install Claude Code, or add it to the PATH; a machine that only validates does without.',
    };
  }
  const result = await run({ program: file, args: ['--version'], cwd, env, timeoutMs: TIMEOUT_MS });
  switch (result.kind) {
    case 'ended':
      if (result.exitCode === 0) return judgeVersion(result.stdout, file);
      return broken(file, `ends with ${result.exitCode}: ${findComplaint(result.stderr) ?? 'it prints nothing'}`);
    case 'timed-out':
      return broken(file, `does not answer within ${TIMEOUT_MS / 1_000} s`);
    case 'not-started':
      return broken(file, `does not start: ${result.reason}`);
  }
}

function judgeVersion(output: string, file: string): Finding {
  const version = /^(\d+\.\d+\.\d+)/.exec(output.trim())?.[1];
  if (!version) return broken(file, `prints "${findComplaint(output) ?? ''}", which is no version`);
  if (compareVersions(version, OLDEST) < 0) {
    return {
      check: 'client',
      status: 'problem',
      message: `Claude Code ${version} (${file}) is older than ${OLDEST}, the oldest version that was measured.`,
      remedy: 'Update it: run "claude update".',
    };
  }
  const isNewer = compareVersions(version, LATEST_CLIENT.version) > 0;
  const note = isNewer ? `; it is newer than ${LATEST_CLIENT.version}, the latest version that was measured` : '';
  return { check: 'client', status: 'ok', message: `Claude Code ${version} (${file})${note}.` };
}

function broken(file: string, what: string): Finding {
  return {
    check: 'client',
    status: 'problem',
    message: `${file} --version ${what}.`,
    remedy: 'Install Claude Code again.',
  };
}
