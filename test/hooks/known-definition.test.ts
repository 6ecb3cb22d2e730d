import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hookPayload } from '../support/hook-payload.js';
import { settled } from '../support/settled.js';
import { AGENT, fenced, installedRepository, REPORT, runHook } from './installed-hook.js';

const HOOKS = [
  'agent-start',
  'boundary-guard',
  'output-validator',
  'context-publisher',
  'handoff-preparer',
  'prompt-router',
] as const;

const definitionOf = (repository: string) => path.join(repository, `.claude/agents/${AGENT}.md`);
const tableOf = (repository: string) => path.join(repository, `.claude/agents/${AGENT}.routing.json`);

/** A repository whose files have not changed for a while, and a cache of its own. */
async function settledRepository(): Promise<{ repository: string; env: { XDG_CACHE_HOME: string } }> {
  const repository = await installedRepository();
  const caches = path.join(repository, 'caches');
  await mkdir(caches);
  await settled(definitionOf(repository));
  await settled(tableOf(repository));
  return { repository, env: { XDG_CACHE_HOME: caches } };
}

/** The parts of a file that a hook has kept. */
async function partsKnownTo(hook: string, repository: string, of = definitionOf(repository)): Promise<string[]> {
  const folder = path.join(repository, 'caches/backend-system-architect');
  const name = (await readdir(folder)).find((file) => file.startsWith(`hook-${hook}-`));
  const bytes = await readFile(path.join(folder, String(name)));
  const { notes, size } = JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32LE(0)));
  const note = notes.find(({ file }: { file: string }) => file === of);
  const [from, to] = note.text.map((at: number) => bytes.length - size + at);
  return Object.keys(JSON.parse(bytes.toString('utf8', from, to)));
}

test('a definition that earlier runs have read is to every hook what it is to one that reads it', async () => {
  const { repository, env } = await settledRepository();
  const payloads = [
    hookPayload(repository),
    { last_assistant_message: fenced(REPORT) },
    { last_assistant_message: fenced({ ...REPORT, feature: 7 }) },
    { tool_name: 'Write', tool_input: { file_path: path.join(repository, 'frontend/app.tsx'), content: '' } },
    { prompt: 'Design a REST API for orders.' },
  ];
  for (const hook of HOOKS) {
    await runHook(repository, hook, payloads[0] ?? {}, env);
    expect(await partsKnownTo(hook, repository), hook).toContain('agent');
    for (const payload of payloads) {
      const reading = await runHook(repository, hook, payload, { NODE_DISABLE_COMPILE_CACHE: '1' });
      expect(await runHook(repository, hook, payload, env), hook).toEqual(reading);
    }
  }
});

test('a definition is read again after an edit that leaves its length and its time', async () => {
  const { repository, env } = await settledRepository();
  const file = definitionOf(repository);
  const validate = () =>
    runHook(repository, 'output-validator', { last_assistant_message: fenced({ ...REPORT, feature: 7 }) }, env);
  expect(JSON.parse((await validate()).stdout).reason).toContain('- /feature:');
  expect(await partsKnownTo('output-validator', repository)).toContain('outputFormat');
  const { atime, mtime, size } = await stat(file);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll('"feature"', '"purpose"'));
  await utimes(file, atime, mtime);
  expect((await stat(file)).size).toBe(size);
  expect(JSON.parse((await validate()).stdout).reason).toContain('- /purpose:');
});

test('a table of words is read again after an edit that leaves its length and its time, and a broken one is told', async () => {
  const { repository, env } = await settledRepository();
  const file = tableOf(repository);
  const route = () =>
    runHook(repository, 'prompt-router', { prompt: 'Add keyset pagination to the orders endpoint.' }, env);
  expect((await route()).stdout).toContain('reads as backend work');
  expect(await partsKnownTo('prompt-router', repository, file)).toEqual(['table']);
  const { atime, mtime } = await stat(file);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"threshold": 1,', '"threshold": 9,'));
  await utimes(file, atime, mtime);
  expect((await route()).stdout).toBe('');
  await writeFile(file, text.replace('"threshold": 1,', '"threshold": 0,'));
  expect((await route()).stdout).toContain('threshold must be a number above 0');
  await writeFile(file, text);
  expect((await route()).stdout).toContain('reads as backend work');
});
