import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUBLISHED_SCHEMAS } from '../../src/schemas/catalogue.js';
import { composeSchemas } from '../../src/schemas/compose.js';
import { cli } from '../support/cli.js';
import { CONTEXT_EXAMPLES } from '../support/context-examples.js';
import { mutate } from '../support/mutate.js';
import { makeRepository } from '../support/repository.js';
import { compileSchema } from './ajv.js';

const root = path.resolve(import.meta.dirname, '../..');
const DEFINITION = 'agents/backend-system-architect.md';

test('the files in schemas are those of the sources (run "npm run schemas" when they are not)', async () => {
  const schemas = composeSchemas(await readFile(path.join(root, DEFINITION), 'utf8'));
  const files = await readdir(path.join(root, 'schemas'));
  expect(files.toSorted()).toEqual(
    Object.keys(schemas)
      .map((name) => `${name}.schema.json`)
      .toSorted(),
  );
  for (const [name, schema] of Object.entries(schemas)) {
    expect(JSON.parse(await readFile(path.join(root, `schemas/${name}.schema.json`), 'utf8')), name).toEqual(schema);
  }
});

const manifest = {
  $schema: 'manifest/1',
  package: 'backend-system-architect',
  version: '1.0.0',
  answers: { scope: 'project', backend: { root: 'backend', app: 'app' }, skills: ['a'], router: true, mcp: 'all' },
  files: [{ path: '.claude/a', sha256: 'a'.repeat(64), base: true, backup: '.claude/b' }],
  entries: [
    { kind: 'hook', event: 'E', hook: { type: 'command', command: 'c', timeout: 1 }, position: 0, made: ['file'] },
    { kind: 'server', name: 's', server: { command: 'c', args: [], env: { A: 'b' } }, made: [] },
  ],
  folders: ['.claude'],
};

const EXAMPLES: Record<string, object> = {
  ...CONTEXT_EXAMPLES,
  manifest,
  config: {
    rules: { 'agent-name': 'off' },
    overrides: [{ files: ['a/**'], rules: { 'agent-name': 'error' } }],
    ignore: ['b'],
    strict: true,
    maxWarnings: 3,
    client: '2.1.330',
  },
};

describe.each(Object.keys(EXAMPLES))('%s', (name) => {
  test('whatever is changed in an example, an independent validator says the same as the code', async () => {
    const validate = await compileSchema(name);
    const source = PUBLISHED_SCHEMAS[name]?.source;
    expect(validate(EXAMPLES[name])).toBe(true);
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(undefined, '.claude/..', '.claude//a', 'off'),
    );
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 5 }), value, (steps, replacement) => {
        const data = mutate(EXAMPLES[name], steps, replacement);
        // Which folders a backend may have is more than a schema says.
        fc.pre(name !== 'manifest' || JSON.stringify(Object(data).answers) === JSON.stringify(manifest.answers));
        const fits = data !== undefined && validate(data);
        verdicts.add(fits);
        expect(fits).toBe(source?.safeParse(data).success);
      }),
      { numRuns: 1_000 },
    );
    expect(verdicts.size).toBe(2);
  });
});

test('what an installation writes down fits the schema of the manifest', async () => {
  const repository = await makeRepository();
  await cli(['install'], { cwd: repository });
  const text = await readFile(path.join(repository, '.claude/backend-system-architect/manifest.json'), 'utf8');
  const validate = await compileSchema('manifest');
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

describe('schema', () => {
  test('lists the schemas, and prints each as it is shipped', async () => {
    const cwd = await makeRepository();
    const { stdout } = await cli(['schema'], { cwd });
    const names = [...stdout.matchAll(/^(\S+) {2,}\S/gm)].map((match) => match[1] ?? '');
    expect(names.toSorted()).toEqual([...Object.keys(PUBLISHED_SCHEMAS), 'report'].toSorted());
    for (const name of names) {
      const printed = await cli(['schema', name], { cwd });
      expect(printed).toMatchObject({ exitCode: 0, stderr: '' });
      expect(printed.stdout).toBe(await readFile(path.join(root, `schemas/${name}.schema.json`), 'utf8'));
    }
  });

  test('of a report it prints that of the installed agent, which may have been edited', async () => {
    const definition = await readFile(path.join(root, DEFINITION), 'utf8');
    const edited = definition.replace('"feature": "user-authentication",', '"feature": "a", "ticket": 7,');
    const cwd = await makeRepository({ [`.claude/${DEFINITION}`]: edited });
    const schema = JSON.parse((await cli(['schema', 'report'], { cwd })).stdout);
    expect(schema.required).toContain('ticket');
    expect(schema.properties.ticket).toEqual({ type: ['number', 'null'], examples: [7] });
  });

  test('it names what there is when there is no such schema, and the file when its Output Format is no contract', async () => {
    const cwd = await makeRepository({ [`.claude/${DEFINITION}`]: '---\nname: a\ndescription: b\n---\n' });
    expect(await cli(['schema', 'reprot'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There are agent-frontmatter, config, decisions'),
    });
    const { exitCode, stderr } = await cli(['schema', 'report'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('has no Output Format that a report could be held to');
  });
});
