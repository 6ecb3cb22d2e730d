import { readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_TASKS } from '../../src/context/past-tasks.js';
import { cli, runProcess } from '../support/cli.js';
import { writeFiles } from '../support/repository.js';
import { AGENT, fenced, installedRepository, REPORT, recordedRuns, runHook } from './installed-hook.js';

const STATE = '.claude/context/session/state.json';
const readState = async (repository: string) => JSON.parse(await readFile(path.join(repository, STATE), 'utf8'));

const inboxOf = (repository: string) => readdir(path.join(repository, '.claude/context/session/inbox')).catch(() => []);

describe.skipIf(process.platform === 'win32')('context-publisher', () => {
  test('twenty publishers at once lose no task', async () => {
    const repository = await installedRepository();
    const runs = Array.from({ length: 20 }, (_, index) => `agent-${index}`);
    const stop = { last_assistant_message: fenced(REPORT) };
    await Promise.all(runs.map((agent_id) => runHook(repository, 'context-publisher', { ...stop, agent_id })));
    const { kept, past } = await recordedRuns(repository);
    expect([...kept, ...past].sort()).toEqual(runs.sort());
    expect(await inboxOf(repository)).toEqual([]);
  });

  test('the newest tasks stay in the state, and older ones are put aside whole; a run that goes on counts once', async () => {
    const repository = await installedRepository();
    const publish = (agent_id: string, feature: string) => {
      const report = { ...REPORT, feature, decisions: [`As ${agent_id} has it`] };
      return runHook(repository, 'context-publisher', { agent_id, last_assistant_message: fenced(report) });
    };
    const runs = Array.from({ length: MOST_TASKS + 3 }, (_, index) => `agent-${String(index).padStart(2, '0')}`);
    for (const run of runs) expect(await publish(run, run)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(await recordedRuns(repository)).toEqual({ kept: runs.slice(3), past: runs.slice(0, 3) });
    const { agent_decisions } = await readState(repository);
    expect(agent_decisions[AGENT].map(({ run }: { run: string }) => run)).toEqual(runs.slice(3));
    const history = path.join(repository, '.claude/context/session/history');
    expect(JSON.parse(await readFile(path.join(history, 'agent-01.json'), 'utf8'))).toMatchObject({
      $schema: 'past-task/1',
      task: { run: 'agent-01', agent: AGENT, feature: 'agent-01', report: { decisions: ['As agent-01 has it'] } },
      decisions: [{ run: 'agent-01', decision: 'As agent-01 has it' }],
    });

    await publish('agent-01', 'goes on');
    expect((await recordedRuns(repository)).kept.at(-1)).toBe('agent-01');
    const { stdout } = await cli(['report', '--format', 'json'], { cwd: repository });
    const { runs: reported, decisions } = JSON.parse(stdout);
    const features = reported.map(({ feature }: { feature: string }) => feature);
    expect(features.sort()).toEqual(['goes on', ...runs.filter((run) => run !== 'agent-01')].sort());
    expect(decisions).toHaveLength(runs.length);
  });

  test('a report that is sent back leaves no trace, a failed run is pending until it succeeds', async () => {
    const repository = await installedRepository();
    const bad = { last_assistant_message: 'No report.' };
    await runHook(repository, 'context-publisher', bad);
    await expect(readState(repository)).rejects.toThrow('ENOENT');
    await runHook(repository, 'context-publisher', { ...bad, stop_hook_active: true });
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

  test('a state that cannot be read is kept under a dated name and reported, never overwritten', async () => {
    const repository = await installedRepository();
    await writeFiles(repository, { [STATE]: '{"tasks_completed": [tru' });
    const { stdout } = await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    const folder = path.join(repository, '.claude/context/session');
    const [aside] = (await readdir(folder)).filter((file) => file.startsWith('state.unreadable-2'));
    expect(await readFile(path.join(folder, aside ?? ''), 'utf8')).toBe('{"tasks_completed": [tru');
    expect(JSON.parse(stdout).systemMessage).toContain(aside);
    expect((await readState(repository)).tasks_completed).toHaveLength(1);
  });

  test('a state of a later version is left alone, and the user is told', async () => {
    const repository = await installedRepository();
    await writeFiles(repository, { [STATE]: '{"$schema": "session-state/2"}' });
    const { stdout } = await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    expect(JSON.parse(stdout).systemMessage).toContain('was written by a later version (session-state/2)');
    expect(await readState(repository)).toEqual({ $schema: 'session-state/2' });
  });

  test('decisions of a report are added to the active ones, in whichever older shape those are', async () => {
    const older = [
      [{ decision: 'Keyset pagination', agent: 'someone' }],
      { decisions: { pagination: { decision: 'Keyset pagination', agent: 'someone' } } },
      { decisions: ['Keyset pagination'] },
    ];
    for (const content of older) {
      const repository = await installedRepository();
      const file = '.claude/context/knowledge/decisions/active.json';
      await writeFiles(repository, { [file]: JSON.stringify(content) });
      const report = { ...REPORT, decisions: [{ decision: 'UUID keys', reason: 'No enumeration' }, 'Soft delete'] };
      const stop = { last_assistant_message: fenced(report) };
      for (let times = 0; times < 2; times += 1) await runHook(repository, 'context-publisher', stop);
      const { $schema, decisions } = JSON.parse(await readFile(path.join(repository, file), 'utf8'));
      expect($schema).toBe('decisions/1');
      expect(decisions.map(({ decision }: { decision: string }) => decision)).toEqual([
        'Keyset pagination',
        'UUID keys',
        'Soft delete',
      ]);
    }
  });

  test('a decision that a later run states again is active once, and every run keeps it in its record', async () => {
    const repository = await installedRepository();
    const file = path.join(repository, '.claude/context/knowledge/decisions/active.json');
    const publish = (run: string, ...decisions: unknown[]) => {
      const report = fenced({ ...REPORT, decisions });
      return runHook(repository, 'context-publisher', { agent_id: run, last_assistant_message: report });
    };
    const active = async () =>
      JSON.parse(await readFile(file, 'utf8')).decisions.map(({ run, decision }: Record<string, string>) => [
        run,
        decision,
      ]);
    await publish('first', 'UUID keys');
    const before = await readFile(file, 'utf8');
    await publish('second', 'UUID keys');
    expect(await readFile(file, 'utf8')).toBe(before);
    await publish('third', 'UUID keys', { decision: 'UUID keys', reason: 'No enumeration' }, 'Soft delete');
    expect(await active()).toEqual([
      ['first', 'UUID keys'],
      ['third', 'UUID keys'],
      ['third', 'Soft delete'],
    ]);
    const { agent_decisions } = await readState(repository);
    expect(agent_decisions[AGENT].map(({ run }: { run: string }) => run)).toEqual([
      'first',
      'second',
      'third',
      'third',
      'third',
    ]);
  });

  test('a state without $schema is migrated with everything that it holds', async () => {
    const repository = await installedRepository();
    const state = {
      session_id: 'x',
      agent_decisions: { [AGENT]: { api: { title: 'REST', rationale: 'Known' } } },
      tasks_completed: ['login', { task: 'logout', files: 3 }],
      tasks_pending: [{ task: 'refresh', blockers: ['no key'] }],
    };
    await writeFiles(repository, { [STATE]: JSON.stringify(state) });
    await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    const migrated = await readState(repository);
    expect(migrated).toMatchObject({
      $schema: 'session-state/1',
      session_id: 'x',
      agent_decisions: { [AGENT]: [{ id: 'api', decision: 'REST', reason: 'Known' }] },
      tasks_completed: [{ feature: 'login' }, { feature: 'logout', files: 3 }, { feature: 'orders' }],
      tasks_pending: [{ task: 'refresh', blockers: ['no key'] }],
    });
  });

  test('tool calls are counted in the transcript and held against the budgets', async () => {
    const repository = await installedRepository();
    const call = { type: 'assistant', message: { content: [{ type: 'text', text: 'x' }, { type: 'tool_use' }] } };
    const result = { type: 'user', message: { content: [{ type: 'tool_result', content: '"tool_use"' }] } };
    const transcript = path.join(repository, 'transcript.jsonl');
    const run = async (calls: number) => {
      const lines = Array.from({ length: calls }, () => `${JSON.stringify(call)}\n${JSON.stringify(result)}\n`);
      await writeFile(transcript, `${lines.join('')}{"type": "assistant", "message": broken`);
      const stop = { last_assistant_message: fenced(REPORT), agent_transcript_path: transcript };
      const { stdout } = await runHook(repository, 'context-publisher', stop);
      return { ...(await readState(repository)).tasks_completed[0].tool_calls, told: stdout };
    };
    expect(await run(12)).toEqual({ count: 12, complete: true, budget: 'Single endpoint', told: '' });
    expect(await run(50)).toMatchObject({ count: 50, budget: 'Authentication system', told: '' });
    const over = await run(81);
    expect(over).toMatchObject({ count: 81, budget: null });
    expect(JSON.parse(over.told).systemMessage).toContain(
      '81 tool calls, over the largest budget of Resource Scaling (80)',
    );
  });

  test('files that were changed outside the boundaries since the run began are in the record, and the user is told', async () => {
    const repository = await installedRepository();
    const git = (...args: string[]) =>
      runProcess('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: repository,
        env: process.env,
      });
    await writeFiles(repository, { 'old.txt': '1', 'gone.txt': '1', 'frontend/before.ts': '1' });
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'before');
    await writeFiles(repository, { 'frontend/dirty-before.ts': '1' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const transcript = path.join(repository, '.git/transcript.jsonl');
    const call = { content: [{ type: 'tool_use', name: 'Bash' }] };
    const entry = { type: 'assistant', timestamp: new Date().toISOString(), message: call };
    await writeFile(transcript, `${JSON.stringify(entry)}\n`);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await writeFiles(repository, { 'frontend/committed.ts': '2', 'backend/app/api/fine.py': '2' });
    await git('add', 'frontend/committed.ts');
    await git('commit', '--quiet', '-m', 'during');
    await writeFiles(repository, { 'old.txt': '2', 'frontend/über.ts': '2' });
    await rm(path.join(repository, 'gone.txt'));
    const stop = { last_assistant_message: fenced(REPORT), agent_transcript_path: transcript };
    const { stdout } = await runHook(repository, 'context-publisher', stop, { PATH: process.env.PATH ?? '' });
    const outside = ['frontend/committed.ts', 'frontend/über.ts', 'gone.txt', 'old.txt'];
    expect((await readState(repository)).tasks_completed[0].outside_boundaries).toEqual(outside);
    expect(JSON.parse(stdout).systemMessage).toContain(`were changed during the run: ${outside.join(', ')}`);
  });

  test('a lock whose owner is dead is taken over', async () => {
    const host = await readlink('/proc/self/ns/pid').catch(() => hostname());
    const repository = await installedRepository();
    await writeFiles(repository, { [`${STATE}.lock`]: JSON.stringify({ pid: 2 ** 22 + 1, host }) });
    await runHook(repository, 'context-publisher', { last_assistant_message: fenced(REPORT) });
    expect((await readState(repository)).tasks_completed).toHaveLength(1);
  });
});
