import { expect, test } from 'vitest';
import { makePackage } from '../../support/package.js';
import { makeRepository, snapshot } from '../../support/repository.js';
import { killEverywhere, run, runKilled } from './kill-everywhere.js';
import { FIRST, THEIRS } from './versions.js';

test.skipIf(process.platform === 'win32')(
  'an install that is killed before or after any change of the disk is undone or finished by the next command',
  async () => {
    const calls = await killEverywhere(await makePackage('1.0.0', FIRST), ['install'], await makeRepository(THEIRS));
    expect(calls.length).toBeGreaterThan(60);
    expect(new Set(calls)).toEqual(
      new Set([
        'mkdirSync',
        'linkSync',
        'openSync',
        'writeSync',
        'fchmodSync',
        'fsyncSync',
        'renameSync',
        'unlinkSync',
        'rmdirSync',
      ]),
    );
  },
  300_000,
);

test
  .skipIf(process.platform === 'win32')
  .each([['status'], ['diff'], ['doctor', '--no-servers'], ['validate'], ['handoffs'], ['install', '--dry-run']])(
  '%s finishes an install that was killed half-way, and says so',
  async (...args) => {
    const used = await makePackage('1.0.0', FIRST);
    const [whole, half] = await Promise.all([makeRepository(THEIRS), makeRepository(THEIRS)]);
    const calls = await runKilled(used, ['install'], whole);
    // The first two put the journal in its place; from then on all is there that it takes to finish.
    const renames = calls.flatMap((name, index) => (name === 'renameSync' ? [index + 1] : []));
    await runKilled(used, ['install'], half, `${renames[3]} after`);
    const { stderr } = await run(used, args, half);
    expect(stderr).toContain('An install that was interrupted has been finished.\n');
    expect(await snapshot(half)).toEqual(await snapshot(whole));
  },
);
