import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onInterruption } from './interruption.js';

export type Variables = Readonly<Record<string, string | undefined>>;

/** What to start. */
export interface ProgramCall {
  /** A path, or a name that is looked up on the PATH of `env`. */
  program: string;
  args: readonly string[];
  cwd: string;
  /** The whole environment of the program. */
  env: Variables;
}

/** A program with all that it starts in turn. */
export interface ProcessGroup {
  child: ChildProcessWithoutNullStreams;
  /** Ends every process of the group, first by asking, after `GRACE_MS` by force. */
  end(): Promise<void>;
}

/** What a program gets to end by itself, in milliseconds. */
const GRACE_MS = 2_000;
const POLL_MS = 25;

/** Windows has no process groups; there the tree below the program is ended. */
const IS_WINDOWS = path.sep === '\\';

/**
 * Starts a program as the leader of a process group; a failure to start comes as the child's event `error`.
 *
 * @throws {TypeError} for a call that no system takes, such as one with a NUL in it
 */
export function startGroup({ program, args, cwd, env }: ProgramCall): ProcessGroup {
  // Node.js starts a script of Windows only through its shell.
  const shell = IS_WINDOWS && /\.(?:cmd|bat)$/i.test(program);
  const child = spawn(shell ? `"${program}"` : program, args, {
    cwd,
    env: { ...env },
    stdio: 'pipe',
    detached: !IS_WINDOWS,
    windowsHide: true,
    shell,
  });
  // A program may end without having read everything.
  child.stdin.on('error', () => {});
  const forget = onInterruption(() => signalGroup(child, 'SIGKILL'));
  child.once('error', forget);
  return {
    child,
    async end() {
      child.stdin.end();
      const deadline = Date.now() + GRACE_MS;
      signalGroup(child, 'SIGTERM');
      while (isAlive(child.pid) && Date.now() < deadline) await wait(POLL_MS);
      signalGroup(child, 'SIGKILL');
      // Whoever left the group may still hold the pipes.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      forget();
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (IS_WINDOWS) {
    // A number of one that has ended may be another's by now.
    if (child.exitCode !== null || child.signalCode !== null) return;
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // All of them have ended.
  }
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(IS_WINDOWS ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}
