import path from 'node:path';
import { findProgram } from './find-program.js';
import type { Variables } from './process-group.js';

/** The shell that the client runs hooks with: `/bin/sh`, and on Windows the bash of Git. */
export function findShell(env: Variables, cwd: string): string {
  if (path.sep !== '\\') return '/bin/sh';
  if (env.CLAUDE_CODE_GIT_BASH_PATH) return env.CLAUDE_CODE_GIT_BASH_PATH;
  // Another bash, that of WSL, may come first on the PATH.
  const git = findProgram('git', env, cwd);
  return git ? path.resolve(path.dirname(git), '../bin/bash.exe') : 'bash';
}
