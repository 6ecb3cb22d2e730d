import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_TASKS } from '../../src/context/past-tasks.js';
import { AGENT, fenced, installedRepository, REPORT, recordedRuns, runHook } from './installed-hook.js';

const STATE = '.claude/context/session/state.json';

describe.skipIf(process.platform === 'win32')('publishers at the same time', () => {
  test('1,000 publishes, 50 at a time, leave 1,000 tasks, and a reader sees a whole file at every moment', async () => {
    const repository = await installedRepository();
    const runs = Array.from({ length: 1_000 }, (_, index) => `agent-${index}`);
    const queue = [...runs];
    let publishing = true;
    let reads = 0;
    const reader = (async () => {
      while (publishing) {
        const text = await readFile(path.join(repository, STATE), 'utf8').catch(() => undefined);
        if (text !== undefined) {
          expect(JSON.parse(text).$schema).toBe('session-state/1');
          reads += 1;
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const outputs = new Set<string>();
    const worker = async () => {
      for (let agent_id = queue.pop(); agent_id; agent_id = queue.pop()) {
        const stop = { last_assistant_message: fenced(REPORT), agent_id };
        const { exitCode, stdout, stderr } = await runHook(repository, 'context-publisher', stop);
        outputs.add(JSON.stringify({ exitCode, stdout, stderr }));
      }
    };
    await Promise.all(Array.from({ length: 50 }, worker));
    publishing = false;
    await reader;
    expect([...outputs]).toEqual([JSON.stringify({ exitCode: 0, stdout: '', stderr: '' })]);
    const { kept, past } = await recordedRuns(repository);
    expect(kept).toHaveLength(MOST_TASKS);
    expect([...past, ...kept].sort()).toEqual(runs.sort());
    expect(reads).toBeGreaterThan(10);
    expect((await readdir(path.join(repository, path.dirname(STATE)))).sort()).toEqual([
      'history',
      'inbox',
      'state.json',
    ]);
    expect(await readdir(path.join(repository, path.dirname(STATE), 'inbox'))).toEqual([]);
  }, 300_000);

  test('a publisher that is killed at any point leaves a whole file, and the next one gets through', async () => {
    const repository = await installedRepository();
    const script = path.join(repository, '.claude/hooks/agent/agent-hooks.cjs');
    const stop = (agent_id: string) => ({
      agent_type: AGENT,
      agent_id,
      session_id: 's',
      cwd: repository,
      last_assistant_message: fenced({ ...REPORT, filler: 'x'.repeat(200_000) }),
    });
    await runHook(repository, 'context-publisher', stop('first'));
    for (let delay = 0; delay <= 200; delay += 4) {
      const child = spawn(process.execPath, [script, 'context-publisher'], {
        env: { ...process.env, CLAUDE_PROJECT_DIR: repository },
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      const ended = once(child, 'exit');
      child.stdin.on('error', () => {});
      child.stdin.end(JSON.stringify(stop(`killed-${delay}`)));
      const timer = setTimeout(() => child.kill('SIGKILL'), delay);
      await ended;
      clearTimeout(timer);
      const { kept, past } = await recordedRuns(repository);
      expect([...past, ...kept]).toContain('first');
    }
    const { stdout } = await runHook(repository, 'context-publisher', stop('last'));
    expect(stdout).toBe('');
    expect((await recordedRuns(repository)).kept.at(-1)).toBe('last');
    const locks = (await readdir(path.join(repository, path.dirname(STATE)))).filter((name) => name.endsWith('.lock'));
    expect(locks).toEqual([]);
  });
});
