import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { makeRepository, snapshot } from './support/repository.js';

const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** Runs the packed command line on a terminal of its own, where somebody types the next line at each question. */
function onTerminal(args: string, cwd: string, typed: readonly string[] = []) {
  const bin = path.join(inject('packed'), 'node_modules/backend-system-architect/dist/bin.cjs');
  const env = { ...process.env, TERM: 'xterm-256color', COMMAND: process.execPath, BIN: bin };
  return new Promise<{ exitCode: number | null; shown: string }>((resolve, reject) => {
    const child = spawn('script', ['-qec', `"$COMMAND" "$BIN" ${args}`, '/dev/null'], { cwd, env });
    const answers = [...typed];
    let shown = '';
    let asked = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += stripVTControlCharacters(text);
      const questions = shown.match(/\][:?]? /g)?.length ?? 0;
      for (; asked < questions && answers.length > 0; asked += 1) child.stdin.write(`${answers.shift()}\r`);
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, shown }));
  });
}

describe.runIf(hasTerminal)('on a terminal', () => {
  test('install asks, and leaves everything as it was where the last answer is no', async () => {
    const repository = await makeRepository();
    const before = await snapshot(repository);
    const { exitCode, shown } = await onTerminal('install', repository, ['', '', '', 'none', 'n']);
    expect(shown).toContain('Backend folder');
    expect(shown).toContain('Nothing was changed.');
    expect(exitCode).toBe(0);
    expect(await snapshot(repository)).toEqual(before);
  });

  test('validate, which would show its progress, says what it found', async () => {
    const repository = await makeRepository({ '.claude/agents/reviewer.md': '---\nname: reviewer\n---\n\nRead it.\n' });
    const { exitCode, shown } = await onTerminal('validate', repository);
    expect(shown).toContain('agent-description');
    expect(exitCode).toBe(1);
  });
});
