import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { LanguageServer } from './language-server.js';

const packed = path.join(inject('packed'), 'node_modules/backend-system-architect');
const schema = pathToFileURL(path.join(packed, 'schemas/agent-frontmatter.schema.json')).href;
let server: LanguageServer;
/** Where nothing is: an editor has the text of an open file itself. */
const folder = path.join(tmpdir(), 'open-files');

beforeAll(async () => {
  server = new LanguageServer({ [schema]: '*.yaml' });
  await server.start(pathToFileURL(folder).href);
});
afterAll(() => server.stop());

/** The frontmatter of the shipped agent, as an editor gives it to the server: with the lines that the file has. */
async function frontmatter(edit: (text: string) => string = (text) => text): Promise<string> {
  const text = await readFile(path.join(packed, 'agents/backend-system-architect.md'), 'utf8');
  return edit(text.slice(0, text.indexOf('\n---\n', 4) + 1));
}

let count = 0;
const uri = () => pathToFileURL(path.join(folder, `${++count}.yaml`)).href;

/** Line and character of where a text ends. */
function endOf(text: string, part: string): [number, number] {
  const before = text.slice(0, text.indexOf(part) + part.length).split('\n');
  return [before.length - 1, before.at(-1)?.length ?? 0];
}

async function complete(text: string, part: string): Promise<string[]> {
  const file = uri();
  await server.open(file, text);
  const { items } = (await server.ask('completion', file, ...endOf(text, part))) as { items: { label: string }[] };
  return items.map(({ label }) => label);
}

test('the language server finds nothing wrong in the frontmatter of the agent', async () => {
  expect(await server.open(uri(), await frontmatter())).toEqual([]);
});

test.each([
  ['color: yellow', 'color: chartreuse', 'Value is not accepted. Valid values: "red", "blue", "green"'],
  ['  - Grep\n', '  - Grpe\n', 'Value is not accepted. Valid values: "Agent", "Artifact"'],
  ['model: opus', 'modle: opus', 'Property modle is not allowed.'],
  ['maxTurns: 83', 'maxTurns: many', 'Incorrect type. Expected "integer".'],
  ['timeout: 10', 'timeout: soon', 'Incorrect type. Expected "number".'],
])('for %j written as %j it says what is wrong, on that line', async (right, wrong, message) => {
  const text = await frontmatter((original) => original.replace(right, wrong));
  const found = await server.open(uri(), text);
  const line = text.slice(0, text.indexOf(wrong)).split('\n').length - 1;
  expect(found.map((diagnostic) => [diagnostic.range.start.line, diagnostic.message])).toEqual([
    [line, expect.stringContaining(message)],
  ]);
});

test('it completes fields, tools, colours and hook events', async () => {
  const text = await frontmatter();
  const start = 'name: reviewer\ndescription: Reviews code.\n';
  expect(await complete(`${start}per`, `${start}per`)).toContain('permissionMode');
  expect(await complete(text, 'color: ')).toEqual(expect.arrayContaining(['red', 'cyan']));
  expect(await complete(text, '\n  - ')).toEqual(expect.arrayContaining(['Read', 'WebFetch']));
  expect(await complete(`${start}hooks:\n  `, 'hooks:\n  ')).toEqual(expect.arrayContaining(['PreToolUse', 'Stop']));
});

test('it says what a field does where the pointer rests on it', async () => {
  const text = await frontmatter();
  const file = uri();
  await server.open(file, text);
  const hover = await server.ask('hover', file, ...endOf(text, '\nmaxT'));
  expect(JSON.stringify(hover)).toContain('After how many turns the agent is stopped.');
});
