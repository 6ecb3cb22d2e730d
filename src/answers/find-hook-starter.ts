import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Answers } from './answers.js';

/**
 * How hooks can be started on this machine. The client runs a command by `/bin/sh`, and on Windows by the bash of Git, which
 * may not be there; then Node.js is started without a shell.
 */
export function findHookStarter(
  env: Readonly<Record<string, string | undefined>>,
  isWindows = path.sep === '\\',
  exists: (file: string) => boolean = existsSync,
): Answers['hookStarter'] {
  if (!isWindows) return 'sh';
  if (env.CLAUDE_CODE_GIT_BASH_PATH) return exists(env.CLAUDE_CODE_GIT_BASH_PATH) ? 'sh' : 'node';
  const { join, dirname } = path.win32;
  const folders = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  // Another bash, that of WSL, sees other paths: what counts is one that lies beside a git.
  const hasBash = folders
    .split(';')
    .filter((folder) => folder !== '' && exists(join(folder, 'git.exe')))
    .some((folder) => exists(join(dirname(folder), 'bin', 'bash.exe')));
  return hasBash ? 'sh' : 'node';
}
