import { readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../support/repository.js';
import { AGENT, fenced, installedRepository, REPORT, runHook } from './installed-hook.js';

const STATE = '.claude/context/session/state.json';
const readState = async (repository: string) => JSON.parse(await readFile(path.join(repository, STATE), 'utf8'));

describe.skipIf(process.platform === 'win32')('context-publisher', () => {
  test('twenty publishers at once lose no task', async () => {
    const repository = await installedRepository();
    const runs = Array.from({ length: 20 }, (_, index) => `agent-${index}`);
    const stop = { last_assistant_message: fenced(REPORT) };
    await Promise.all(runs.map((agent_id) => runHook(repository, 'context-publisher', { ...stop, agent_id })));
    const { tasks_completed } = await readState(repository);
    expect(tasks_completed.map(({ run }: { run: string }) => run).sort()).toEqual(runs.sort());
    expect(await readdir(path.join(repository, '.claude/context/session'))).toEqual(['state.json']);
  });

  test('a report that is sent back leaves no trace, a failed run is pending until it succeeds', async () => {
    const repository = await installedRepository();
    const bad = { last_assistant_message: 'No report.' };
    await runHook(repository, 'context-publisher', bad);
    await expect(readState(repository)).rejects.toThrow('ENOENT');
    await runHook(repository, 'context-publisher', { ...bad, stop_hook_active: true });
    expect(await readState(repository)).toMatchObject({ tasks_completed: [], tasks_pending: [{ run: 'agent-1' }] });
    await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT), stop_hook_active: true });
    expect(await readState(repository)).toMatchObject({ tasks_completed: [{ run: 'agent-1' }], tasks_pending: [] });
  });

  test('keys that are not ours stay in the state', async () => {
    const repository = await installedRepository();
    const state = { mine: { a: 1 }, agent_decisions: { other: [] }, tasks_completed: [], tasks_pending: [] };
    await writeFiles(repository, { [STATE]: JSON.stringify(state) });
    await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    expect(await readState(repository)).toMatchObject({ mine: { a: 1 }, agent_decisions: { other: [], [AGENT]: [] } });
  });

  test('a state that cannot be read is kept under another name, never overwritten', async () => {
    const repository = await installedRepository();
    await writeFiles(repository, { [STATE]: '{"tasks_completed": [tru' });
    await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    const folder = path.join(repository, '.claude/context/session');
    const [aside] = (await readdir(folder)).filter((file) => file.startsWith('state.unreadable-'));
    expect(await readFile(path.join(folder, aside ?? ''), 'utf8')).toBe('{"tasks_completed": [tru');
    expect((await readState(repository)).tasks_completed).toHaveLength(1);
  });

  test('a lock whose owner is dead is taken over', async () => {
    const repository = await installedRepository();
    await writeFiles(repository, { [`${STATE}.lock`]: JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }) });
    await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    expect((await readState(repository)).tasks_completed).toHaveLength(1);
  });
});
