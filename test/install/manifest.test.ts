import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_ANSWERS } from '../../src/answers/answers.js';
import { formatManifest, type Manifest, parseManifest } from '../../src/install/manifest.js';
import { manifestSchema } from '../../src/install/manifest-schema.js';
import { isUsualManifest } from '../../src/install/usual-manifest.js';
import { mutate } from '../support/mutate.js';

const hash = 'a1'.repeat(32);

/** One with everything in it that a manifest can have. */
const MANIFEST: Manifest = {
  $schema: 'manifest/1',
  package: 'backend-system-architect',
  version: '1.0.0',
  answers: { ...DEFAULT_ANSWERS, skills: ['a', 'b'] },
  files: [
    { path: '.claude/agents/a.md', sha256: hash, base: true },
    { path: '.claude/b', sha256: hash, preexisting: true, backup: '.claude/c' },
    { path: '.claude/d', beside: { path: '.claude/d.new', sha256: hash } },
  ],
  entries: [
    {
      kind: 'hook',
      event: 'Stop',
      matcher: 'x',
      hook: { type: 'command', command: 'node', args: ['a'], timeout: 10 },
      position: 0,
      made: ['file', 'list'],
    },
    { kind: 'server', name: 's', server: { command: 'npx', args: ['-y'], env: { DSN: 'x', PORT: '1' } }, made: [] },
  ],
  folders: ['.claude', '.claude/agents'],
};

/** What a hand or a tool makes of a manifest, by one change anywhere in it. */
const changed = fc
  .tuple(
    fc.array(fc.nat(20), { maxLength: 6 }),
    fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(
        undefined,
        '.claude/..',
        '.claude//a',
        '.claude/x',
        hash,
        'all',
        true,
        -1,
        1.5,
        Number.POSITIVE_INFINITY,
        'list',
        {},
      ),
    ),
  )
  .map(([steps, value]) => mutate(MANIFEST, steps, value));

describe('with and without the schema the same is a manifest', () => {
  test('and the schema leaves it as it is', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(changed, (data) => {
        const isUsual = isUsualManifest(data);
        verdicts.add(isUsual);
        fc.pre(isUsual);
        expect(manifestSchema().parse(data)).toEqual(data);
      }),
      { numRuns: 2_000 },
    );
    expect(verdicts.size).toBe(2);
  });

  test('whatever a command writes', () => {
    expect(isUsualManifest(JSON.parse(formatManifest(MANIFEST)))).toBe(true);
  });

  test('what is read is what the schema reads', () => {
    const read = (text: string) => {
      try {
        return parseManifest(text);
      } catch (error) {
        expect(String(error)).toMatch(/manifest\.json cannot be read: ".*" is not what this version writes\.$/);
        return undefined;
      }
    };
    fc.assert(
      fc.property(changed, (data) => {
        fc.pre(data !== undefined);
        const text = JSON.stringify(data);
        const result = manifestSchema().safeParse(JSON.parse(text));
        expect(read(text)).toEqual(result.success ? result.data : undefined);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('what is written is read again, and in any order of the keys it is the same text', () => {
  const text = formatManifest(MANIFEST);
  expect(parseManifest(text)).toEqual(MANIFEST);
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, child]) => [key, reversed(child)] as const)
        .reverse(),
    );
  };
  expect(formatManifest(reversed({ ...MANIFEST, entries: [] }) as Manifest)).toBe(
    formatManifest({ ...MANIFEST, entries: [] }),
  );
  expect(JSON.parse(formatManifest(reversed(MANIFEST) as Manifest))).toEqual(MANIFEST);
  expect(Object.keys(JSON.parse(formatManifest(reversed(MANIFEST) as Manifest)).files[1])).toEqual(
    Object.keys(MANIFEST.files[1] ?? {}),
  );
});
