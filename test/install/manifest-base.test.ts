import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/install/manifest.js';

const PATTERN = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function takesBase(base: string): boolean {
  const file = { path: '.claude/skills/x/SKILL.md', base };
  const answers = { backend: { root: 'backend', app: 'app' }, skills: 'all', router: true, mcp: [], scope: 'project' };
  const manifest = { $schema: 'manifest/1', package: 'backend-system-architect', version: '1.0.0', answers };
  try {
    parseManifest(JSON.stringify({ ...manifest, files: [file], entries: [], folders: [] }));
    return true;
  } catch (error) {
    expect(String(error)).toContain('"files.0.base"');
    return false;
  }
}

test('a base is taken where it has the form that the schema for editors gives it', () => {
  const packed = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64'));
  const near = fc.array(fc.constantFrom(...'QUJ+/=-_ é\n'), { maxLength: 12 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.oneof(packed, near), (text) => {
      expect(takesBase(text)).toBe(PATTERN.test(text));
    }),
    { numRuns: 500 },
  );
});
