import { expect, test } from 'vitest';
import { makePackage } from '../../support/package.js';
import { makeRepository, snapshot, writeFiles } from '../../support/repository.js';
import { killEverywhere, run } from './kill-everywhere.js';
import { EDITS, FIRST, SECOND, THEIRS } from './versions.js';

test.skipIf(process.platform === 'win32')(
  'an upgrade that is killed before or after any change of the disk is undone or finished by the next command',
  async () => {
    const repository = await makeRepository(THEIRS);
    await run(await makePackage('1.0.0', FIRST), ['install'], repository);
    await writeFiles(repository, EDITS);
    const calls = await killEverywhere(await makePackage('2.0.0', SECOND), ['install'], repository);
    expect(calls.length).toBeGreaterThan(50);
  },
  300_000,
);

test.skipIf(process.platform === 'win32')(
  'an uninstall that is killed before or after any change of the disk is undone or finished by the next command',
  async () => {
    const repository = await makeRepository(THEIRS);
    const before = await snapshot(repository);
    const used = await makePackage('1.0.0', FIRST);
    await run(used, ['install'], repository);
    const calls = await killEverywhere(used, ['uninstall'], repository);
    expect(calls.length).toBeGreaterThan(40);
    await run(used, ['uninstall'], repository);
    expect(await snapshot(repository)).toEqual(before);
  },
  300_000,
);
