import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASES_PATH, Bases, packBases } from '../../src/install/bases.js';
import { makePackage } from '../support/package.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { run } from './kill/kill-everywhere.js';
import { EDITS, FIRST, SECOND, THEIRS } from './kill/versions.js';

const AGENT = '.claude/agents/backend-system-architect.md';

const baseOf = (content: Uint8Array) => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  content: Buffer.from(content),
});

test('every text that is packed is found again, byte for byte, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uint8Array({ maxLength: 300 }), { selector: String }), (texts) => {
      const bases = new Bases(packBases(texts.map(baseOf)));
      for (const text of texts) expect(bases.find(baseOf(text).sha256)).toEqual(Buffer.from(text));
      expect(bases.find('0'.repeat(64))).toBeUndefined();
    }),
  );
});

test('whatever becomes of a pack, a text of it is the one that was put in, or there is none', () => {
  const texts = ['one\n', 'two\n'.repeat(30), 'three'].map((text) => baseOf(Buffer.from(text)));
  const packed = packBases(texts);
  fc.assert(
    fc.property(fc.nat(packed.length), fc.nat(packed.length), fc.uint8Array({ maxLength: 8 }), (from, to, bytes) => {
      const spoilt = new Bases(Buffer.concat([packed.subarray(0, from), bytes, packed.subarray(to)]));
      for (const { sha256, content } of texts) {
        const found = spoilt.find(sha256);
        expect(found === undefined || found.equals(content)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(new Bases(undefined).find(texts[0]?.sha256 ?? '')).toBeUndefined();
});

async function installed() {
  const [first, second] = await Promise.all([makePackage('1.0.0', FIRST), makePackage('2.0.0', SECOND)]);
  const repository = await makeRepository(THEIRS);
  await run(first, ['install'], repository);
  return { first, second, repository, bases: path.join(repository, BASES_PATH) };
}

test('the texts are packed anew only by a version that has others, and go with the installation', async () => {
  const { first, second, repository, bases } = await installed();
  const before = await readFile(bases);
  await writeFiles(repository, EDITS);
  await run(first, ['install'], repository);
  expect(await readFile(bases)).toEqual(before);
  await run(second, ['install'], repository);
  expect((await readFile(bases)).equals(before)).toBe(false);
  await run(second, ['uninstall', '--yes'], repository);
  expect(Object.keys(await snapshot(repository))).not.toContain(BASES_PATH);
});

test('without the texts an upgrade merges nothing, overwrites nothing, and has them again', async () => {
  const { first, second, repository, bases } = await installed();
  await writeFiles(repository, EDITS);
  await writeFile(bases, 'no pack');
  const { exitCode, stdout, stderr } = await run(second, ['install'], repository);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toContain(`conflict  ${AGENT}  (you changed it, and so did this version;`);
  expect(await readFile(path.join(repository, AGENT), 'utf8')).toBe(EDITS[AGENT]);
  await rm(bases);
  const fresh = await makeRepository();
  await run(first, ['install'], fresh);
  await rm(path.join(fresh, BASES_PATH));
  await run(first, ['install'], fresh);
  const whole = await makeRepository();
  await run(first, ['install'], whole);
  expect(await snapshot(fresh)).toEqual(await snapshot(whole));
});
