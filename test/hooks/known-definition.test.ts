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

/** A repository whose files have not changed for a while, and a cache of its own. */
async function settledRepository(): Promise<{ repository: string; env: { XDG_CACHE_HOME: string } }> {
  const repository = await installedRepository();
  const caches = path.join(repository, 'caches');
  await mkdir(caches);
  await settled(definitionOf(repository));
  return { repository, env: { XDG_CACHE_HOME: caches } };
}

/** The parts of the definition that a hook has kept. */
async function partsKnownTo(hook: string, repository: string): Promise<string[]> {
  const folder = path.join(repository, 'caches/backend-system-architect');
  const name = (await readdir(folder)).find((file) => file.startsWith(`hook-${hook}-`));
  const bytes = await readFile(path.join(folder, String(name)));
  const { notes, size } = JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32LE(0)));
  expect(notes).toMatchObject([{ file: definitionOf(repository) }]);
  const [from, to] = notes[0].text.map((at: number) => bytes.length - size + at);
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
