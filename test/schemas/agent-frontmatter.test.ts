import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FRONTMATTER_FIELDS, schemaOf } from '../../src/definition/frontmatter-schema.js';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { agentFrontmatter } from '../../src/schemas/agent-frontmatter.js';
import { mutate } from '../support/mutate.js';
import { compileSchema } from './ajv.js';

const root = path.resolve(import.meta.dirname, '../..');

async function frontmatterOf(file: string): Promise<Record<string, unknown>> {
  const parsed = parseDefinition(await readFile(path.join(root, file), 'utf8'));
  if (parsed.kind !== 'definition') throw new Error(file);
  return parsed.definition.frontmatter.values;
}

test('the shipped agents fit, and so does every definition that the validator’s tests take for valid', async () => {
  const validate = await compileSchema('agent-frontmatter');
  const folder = 'test/validate/valid';
  const valid = (await readdir(path.join(root, folder), { recursive: true })).filter((name) =>
    /agents[\\/].*\.md$/.test(name),
  );
  const files = ['agents/backend-system-architect.md', 'plugin/backend-system-architect.md'];
  for (const file of [...files, ...valid.map((name) => path.join(folder, name))]) {
    expect(validate(await frontmatterOf(file)), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

const hook = { type: 'command', command: 'a' };
test.each<[string, object, string]>([
  ['a field that the client does not know', { colour: 'red' }, ''],
  ['a colour that it does not have', { color: 'chartreuse' }, '/color'],
  ['a tool that it does not have', { tools: ['Read', 'Grpe'] }, '/tools/1'],
  ['turns that are no number', { maxTurns: 'many' }, '/maxTurns'],
  ['an event in other letters', { hooks: { stop: [] } }, '/hooks'],
  ['an event that a frontmatter never runs', { hooks: { SubagentStart: [] } }, '/hooks'],
  ['a hook that is not nested', { hooks: { Stop: [hook] } }, '/hooks/Stop/0'],
  [
    'a timeout below zero',
    { hooks: { Stop: [{ hooks: [{ ...hook, timeout: -1 }] }] } },
    '/hooks/Stop/0/hooks/0/timeout',
  ],
  ['a mode that there is not', { permissionMode: 'yolo' }, '/permissionMode'],
])('%s is an error, at its place', async (_, fields, place) => {
  const validate = await compileSchema('agent-frontmatter');
  expect(validate({ name: 'a', description: 'b', ...fields })).toBe(false);
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(place);
  expect(validate({ name: 'a', description: 'b' })).toBe(true);
});

test('what it accepts, the client loads with every field: it is nowhere laxer than the validator', async () => {
  const validate = await compileSchema('agent-frontmatter');
  const example = {
    ...(await frontmatterOf('agents/backend-system-architect.md')),
    effort: 'high',
    memory: 'user',
    background: true,
  };
  const words = fc.constantFrom(undefined, '', 'max', 'plan', 'Read', 7, 0, true, 'mcp__a__b', 'worktree', '5m', []);
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
      fc.oneof(words, fc.jsonValue({ maxDepth: 2 })),
      (at, value) => {
        const data = mutate(example, at, value);
        const fits = validate(data);
        expect(fits).toBe(agentFrontmatter.safeParse(data).success);
        if (!fits) return;
        accepted += 1;
        for (const field of FRONTMATTER_FIELDS) {
          expect(schemaOf(field).safeParse((data as Record<string, unknown>)[field]).success, field).toBe(true);
        }
      },
    ),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});
