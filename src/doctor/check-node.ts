import { compareVersions } from '../client/features.js';
import { findProgram } from './find-program.js';
import type { Finding } from './finding.js';
import type { Variables } from './process-group.js';
import type { RunProgram } from './run-program.js';

export interface NodeRequest {
  /** The version that runs this command, such as `v20.20.2`. */
  running: string;
  /** `engines.node` of the package: `>=20.19`. */
  required: string;
  /** What the hooks get. */
  hookEnv: Variables;
  /** Where the hooks run. */
  cwd: string;
  run: RunProgram;
}

const TIMEOUT_MS = 15_000;

/** Node.js as this command has it, and as the hooks find it: their starters run whatever is called `node`. */
export async function checkNode(request: NodeRequest): Promise<Finding[]> {
  return [checkRunning(request), await checkFound(request)];
}

function checkRunning({ running, required }: NodeRequest): Finding {
  const version = readVersion(running);
  if (version && satisfies(version, required)) {
    return { check: 'node', status: 'ok', message: `Node.js ${version} runs this command.` };
  }
  return {
    check: 'node',
    status: 'problem',
    message: `Node.js ${running} runs this command, which needs ${required}.`,
    remedy: `Install Node.js ${required}.`,
  };
}

async function checkFound({ required, hookEnv, cwd, run }: NodeRequest): Promise<Finding> {
  const problem = (message: string, remedy: string): Finding => ({ check: 'node', status: 'problem', message, remedy });
  const file = findProgram('node', hookEnv, cwd);
  if (!file) {
    return problem(
      'There is no "node" on the PATH, so no hook can run.',
      `Start Claude Code with a PATH that has Node.js ${required}.`,
    );
  }
  const result = await run({ program: file, args: ['--version'], cwd, env: hookEnv, timeoutMs: TIMEOUT_MS });
  const version = result.kind === 'ended' && result.exitCode === 0 ? readVersion(result.stdout) : undefined;
  if (!version)
    return problem(`The hooks find ${file}, which does not tell its version.`, `Install Node.js ${required}.`);
  if (!satisfies(version, required)) {
    return problem(
      `The hooks find Node.js ${version} (${file}) and need ${required}.`,
      `Put Node.js ${required} before it on the PATH that Claude Code is started with.`,
    );
  }
  return { check: 'node', status: 'ok', message: `The hooks find Node.js ${version} (${file}).` };
}

function readVersion(text: string): string | undefined {
  return /^v?(\d+\.\d+\.\d+)/.exec(text.trim())?.[1];
}

/** @throws {TypeError} for a range of another form than `>=20.19` */
function satisfies(version: string, range: string): boolean {
  const least = /^>=(\d+(?:\.\d+){0,2})$/.exec(range)?.[1];
  if (!least) throw new TypeError(`"${range}" is no range of the form >=20.19`);
  return compareVersions(version, least) >= 0;
}
