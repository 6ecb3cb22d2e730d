import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../environment/processes.mjs';

/**
 * Checks shell blocks with ShellCheck; whatever it remarks on is a problem.
 * @param {import('../find/blocks.mjs').Block[]} blocks all in one dialect
 * @param {string} dialect `sh` or `bash`
 * @param {string} shellcheck
 * @param {string} folder
 * @returns {Promise<{ problems: import('./map-failure.mjs').RawProblem[], ran: number[] }>}
 */
export async function checkShell(blocks, dialect, shellcheck, folder) {
  mkdirSync(folder, { recursive: true });
  blocks.forEach(({ code }, index) => {
    writeFileSync(path.join(folder, `${index}`), `${code.join('\n')}\n`);
  });
  const args = ['--norc', `--shell=${dialect}`, '--format=json1', '--', ...blocks.keys()].map(String);
  const { status, stdout, stderr } = await run(shellcheck, args, { cwd: folder, seconds: 60 });
  const all = [...blocks.keys()];
  let comments;
  try {
    ({ comments } = JSON.parse(stdout));
  } catch {
    comments = [];
  }
  const problems = comments.map(({ file, line, code, message }) => {
    const block = Number(file);
    return { block, line: blocks[block].line + line, message: `SC${code}: ${message}` };
  });
  if (status === 0 || (status === 1 && problems.length > 0)) return { problems, ran: all };
  const message = `ShellCheck ended with status ${status}: ${(stderr || stdout).trim()}`;
  return { problems: all.map((block) => ({ block, message })), ran: [] };
}
