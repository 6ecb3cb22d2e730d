import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fenced, installedRepository, REPORT, runHook } from './installed-hook.js';

async function handoffs(repository: string): Promise<{ to: string; run: string; payload: unknown }[]> {
  const folder = path.join(repository, '.claude/context/handoffs');
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8'))));
}

describe.skipIf(process.platform === 'win32')('handoff-preparer', () => {
  test('an agent gets a handoff only when the report holds something for it', async () => {
    const repository = await installedRepository();
    await runHook(repository, 'handoff-preparer', { last_assistant_message: fenced(REPORT) });
    const found = await handoffs(repository);
    expect(found.map(({ to }) => to).sort()).toEqual(['code-quality-reviewer', 'frontend-ui-developer']);
    expect(found.find(({ to }) => to === 'frontend-ui-developer')?.payload).toEqual({
      endpoints_created: REPORT.endpoints_created,
    });
  });

  test('handoffs of runs that end at the same time do not overwrite each other', async () => {
    const repository = await installedRepository();
    const stop = { last_assistant_message: fenced(REPORT) };
    const runs = Array.from({ length: 10 }, (_, index) => `agent-${index}`);
    await Promise.all(runs.map((agent_id) => runHook(repository, 'handoff-preparer', { ...stop, agent_id })));
    expect(await handoffs(repository)).toHaveLength(20);
  });

  test('a report that does not fit prepares nothing', async () => {
    const repository = await installedRepository();
    await runHook(repository, 'handoff-preparer', { last_assistant_message: 'No report.' });
    expect(await handoffs(repository)).toEqual([]);
  });

  test('an agent id that looks like a path stays inside the folder of handoffs', async () => {
    const repository = await installedRepository();
    const stop = { last_assistant_message: fenced(REPORT), agent_id: '../../../../evil' };
    await runHook(repository, 'handoff-preparer', stop);
    expect(await handoffs(repository)).toHaveLength(2);
    expect(await readdir(path.join(repository, '..'))).toEqual(['my project']);
  });
});
