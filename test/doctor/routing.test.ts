import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { about, makeMachine, runDoctor } from './installed-agent.js';

const TABLE = '.claude/agents/backend-system-architect.routing.json';

describe.skipIf(process.platform === 'win32')('the words of the prompt router', () => {
  test('that cannot be read are a problem, with the place in the file', async () => {
    const machine = await makeMachine({ [TABLE]: '{"threshold":-1,"keywordWeight":1,"groups":[]}' });
    expect(about(await runDoctor(machine), 'routing')).toMatchObject([
      { status: 'problem', message: `${TABLE} cannot be read: threshold must be a number above 0, but is -1.` },
    ]);
  });

  test('that are not there are a warning', async () => {
    const machine = await makeMachine();
    await rm(path.join(machine.repository, TABLE));
    expect(about(await runDoctor(machine), 'routing')).toMatchObject([
      { status: 'warning', message: `${TABLE} is not there.`, remedy: expect.stringContaining('install --force') },
    ]);
  });
});
