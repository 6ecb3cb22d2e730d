import { isObject } from '../is-object.js';
import { asClause, findComplaint } from './excerpt.js';
import type { Finding } from './finding.js';
import type { InstalledHook } from './installed-hooks.js';
import type { ProgramRun } from './run-program.js';

/** The script that a hook starts. */
export interface InstalledScript {
  /** Relative to the repository, with forward slashes. */
  path: string;
  state: 'executable' | 'not-executable' | 'missing';
}

/** A sample run of a hook. */
export interface HookRun {
  hook: InstalledHook;
  script: InstalledScript;
  /** How long it may take, in milliseconds. */
  timeoutMs: number;
  run: ProgramRun;
}

const REINSTALL = 'Run "install --force" to bring the installed script back; a copy of yours is kept.';

/** What a sample run says about a hook. Ours end with 0, and have nothing to say to the user about a run that went well. */
export function judgeHookRun({ hook, script, timeoutMs, run }: HookRun): Finding {
  const name = `The hook ${hook.name ?? script.path} (${hook.event} in ${hook.source})`;
  const problem = (what: string, remedy: string): Finding => ({
    check: 'hook',
    status: 'problem',
    message: `${name} ${what}.`,
    remedy,
    ...(run.kind === 'not-started' ? {} : { durationMs: run.durationMs }),
  });
  const seconds = timeoutMs / 1_000;
  switch (run.kind) {
    case 'not-started':
      return problem(
        `does not start: ${asClause(run.reason)}`,
        hook.args ? 'Put what it is started by on the PATH.' : 'Install the shell that the client runs hooks with.',
      );
    case 'timed-out':
      return problem(
        `is not done after ${seconds} s, when it is stopped`,
        `Find out what holds it up, or raise its timeout in ${hook.source}.`,
      );
    case 'ended': {
      const fault = findFault(run, script);
      if (fault) return problem(fault.what, fault.remedy);
      const message = `${name} starts.`;
      if (run.durationMs * 2 <= timeoutMs) return { check: 'hook', status: 'ok', message, durationMs: run.durationMs };
      return {
        check: 'hook',
        status: 'warning',
        message: `${name} is slow: it is stopped after ${seconds} s.`,
        remedy: `Raise its timeout in ${hook.source}, or find out what slows Node.js down.`,
        durationMs: run.durationMs,
      };
    }
  }
}

function findFault(
  { exitCode, stdout, stderr }: Extract<ProgramRun, { kind: 'ended' }>,
  script: InstalledScript,
): { what: string; remedy: string } | undefined {
  const said = findComplaint(stderr);
  const why = said === undefined ? '' : `: ${said}`;
  if (script.state === 'missing') {
    return { what: `cannot start: ${script.path} is gone`, remedy: 'Run "install --force" to bring it back.' };
  }
  if (exitCode === 126 && script.state === 'not-executable') {
    return { what: 'cannot start: its script has lost its run bit', remedy: `Run: chmod +x '${script.path}'` };
  }
  if (exitCode === 126) {
    return {
      what: `ends with 126${why}`,
      remedy: 'Check its first line; where programs in the temporary folder must not run (noexec), set TMPDIR.',
    };
  }
  if (exitCode === 127) {
    return {
      what: `ends with 127${why}`,
      remedy:
        'Check the first line of the script, and that the command has the path in quotes: "$CLAUDE_PROJECT_DIR"/...',
    };
  }
  if (exitCode !== 0) return { what: `ends with ${exitCode}${why}`, remedy: REINSTALL };
  if (stdout.trim() === '') return undefined;
  const output = parse(stdout);
  if (!isObject(output)) return { what: `prints what is no JSON object: ${findComplaint(stdout)}`, remedy: REINSTALL };
  if (typeof output.systemMessage !== 'string') return undefined;
  return {
    what: `complains: ${asClause(output.systemMessage)}`,
    remedy: /Node\.js is not on the PATH/.test(output.systemMessage)
      ? 'Start Claude Code with a PATH that has Node.js.'
      : 'Put right what it names; "install --force" brings all installed files back.',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
