import { expect, test } from 'vitest';
import { HOOK_NAMES } from '../../src/hooks/hook-names.js';
import { writeFiles } from '../support/repository.js';
import { installedRepository, runHook } from './installed-hook.js';

test('with an older Node.js no hook runs, and each says which one it needs', async () => {
  const repository = await installedRepository();
  // What Node.js 20.16 brought.
  await writeFiles(repository, { 'older.cjs': 'process.getBuiltinModule = undefined;' });
  for (const name of HOOK_NAMES) {
    const { exitCode, stdout, stderr } = await runHook(repository, name, {}, { NODE_OPTIONS: '--require=./older.cjs' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const needed = `${name}: the hook did not run: it needs Node.js 20.19 or later, and this is ${process.version}.`;
    expect(JSON.parse(stdout)).toEqual({ systemMessage: needed });
  }
});
