import { expect, test } from 'vitest';
import { makePackage } from '../../support/package.js';
import { makeRepository } from '../../support/repository.js';
import { killEverywhere } from './kill-everywhere.js';
import { FIRST, THEIRS } from './versions.js';

test.skipIf(process.platform === 'win32')(
  'an install that is killed before or after any change of the disk is undone or finished by the next command',
  async () => {
    const calls = await killEverywhere(await makePackage('1.0.0', FIRST), ['install'], await makeRepository(THEIRS));
    expect(calls.length).toBeGreaterThan(60);
    expect(new Set(calls)).toEqual(
      new Set([
        'mkdirSync',
        'writeFileSync',
        'linkSync',
        'openSync',
        'writeSync',
        'fchmodSync',
        'fsyncSync',
        'renameSync',
        'unlinkSync',
        'rmSync',
        'rmdirSync',
      ]),
    );
  },
  300_000,
);
