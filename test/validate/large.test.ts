import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { LATEST_CLIENT } from '../../src/client/profile.js';
import { readProfile } from '../../src/client/read-profile.js';
import type { Report } from '../../src/validate/diagnostic.js';
import { diskAccess } from '../../src/validate/file-access.js';
import { validateLarge } from '../../src/validate/large/validate-large.js';
import type { ValidateOptions } from '../../src/validate/options.js';
import { rememberAnswers } from '../../src/validate/remember-answers.js';
import { RULE_IDS } from '../../src/validate/rules/catalogue.js';
import { validate } from '../../src/validate/validate.js';
import { Validation } from '../../src/validate/validation.js';
import { cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';
import { ALL_CASES } from './cases/all-cases.js';
import { ROOT } from './diagnose.js';
import { memoryAccess } from './memory-access.js';

const worker = () => path.join(inject('packed'), 'node_modules/backend-system-architect/dist/worker.cjs');

async function makeStore(build = 'one') {
  const folder = await mkdtemp(path.join(tmpdir(), 'clean-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, build };
}

type Large = Partial<Parameters<typeof validateLarge>[0]>;

/** Validates as the command does for very many files, and counts those that are checked in this thread. */
async function validateAsLarge(options: ValidateOptions, large: Large): Promise<{ report: Report; reads: number }> {
  let reads = 0;
  const remembered = rememberAnswers(options.access);
  const access = {
    ...remembered,
    read(file: string, limit?: number) {
      if (file.endsWith('.md')) reads += 1;
      return remembered.read(file, limit);
    },
  };
  const { targets } = new Validation(options, access);
  reads = 0;
  const report = await validateLarge({ ...options, worker: worker(), ...large }, access, targets);
  return { report, reads };
}

const definition = (name: string, ...lines: string[]) =>
  `---\nname: ${name}\ndescription: Looks after ${name}.\n${lines.join('\n')}\n---\n\nBe brief.\n`;

/** 400 agents, among them such with twins, suppressions, references, hooks, links and bytes that are no text. */
async function makeTree(): Promise<string> {
  const hook = (script: string) =>
    `hooks: { Stop: [{ hooks: [{ type: command, command: '"$CLAUDE_PROJECT_DIR"/.claude/${script}' }] }] }`;
  const files: Record<string, string | Buffer> = {
    '.claude/ok.sh': '#!/bin/sh\n',
    '.claude/crlf.sh': '#!/bin/sh\r\n',
    '.claude/skills/known/SKILL.md': '---\nname: known\ndescription: Is there.\n---\n\nRead.\n',
    '.claude/skills/broken/SKILL.md': 'Nothing.\n',
    '.claude/settings.json': '{ "hooks": { "Nothing": [] } }',
    '.mcp.json': '{ "mcpServers": { "db": { "command": "db" } } }',
  };
  const kinds = [
    (name: string) => definition(name),
    (name: string) => definition(name, 'tools: Read, Grpe'),
    (name: string) => definition(`${name}-twin`.replace(/\d/, '0')),
    (name: string) => definition(name, 'color: mauve # backend-system-architect: disable agent-field-value'),
    (name: string) => definition(name, 'model: sonnet # backend-system-architect: disable agent-field-value'),
    (name: string) => definition(name, 'tools: Agent(agent-0), Agent(nobody), Agent(agent-7)'),
    (name: string) => definition(name, 'skills: [known, broken, missing]'),
    (name: string) => definition(name, hook('ok.sh')),
    (name: string) => definition(name, hook(name.endsWith('8') ? 'crlf.sh' : 'missing.sh')),
    (name: string) => Buffer.from(definition(name, 'initialPrompt: caf\xe9'), 'latin1'),
  ];
  for (let number = 0; number < 400; number += 1) {
    const make = kinds[(number * 7) % kinds.length] as (name: string) => string | Buffer;
    files[`.claude/agents/team-${number % 5}/agent-${number}.md`] = make(`agent-${number}`);
  }
  const repository = await makeRepository(files);
  await writeFile(path.join(path.dirname(repository), 'outside.md'), definition('outside'));
  await symlink(path.join(path.dirname(repository), 'outside.md'), path.join(repository, '.claude/agents/linked.md'));
  return repository;
}

test('several threads give the report that one gives', async () => {
  const cwd = await makeTree();
  const options = { paths: [cwd], cwd, access: diskAccess };
  const expected = validate(options);
  expect(new Set(expected.diagnostics.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(8);
  const { report, reads } = await validateAsLarge(options, { filesPerThread: 50 });
  expect(report).toEqual(expected);
  expect(reads).toBeGreaterThan(0);
});

test('a thread that cannot run is none, and the report is the same', async () => {
  const cwd = await makeTree();
  const options = { paths: [cwd], cwd, access: diskAccess };
  const broken = path.join(cwd, 'broken.cjs');
  await writeFile(broken, 'throw new Error("no");');
  for (const program of [broken, path.join(cwd, 'missing.cjs')]) {
    const { report } = await validateAsLarge(options, { filesPerThread: 50, worker: program });
    expect(report).toEqual(validate(options));
  }
});

test('files that are known to be clean are not checked again, and the report is the same', async () => {
  const cwd = await makeTree();
  const options = { paths: [cwd], cwd, access: diskAccess };
  const store = await makeStore();
  const expected = validate(options);
  for (const filesPerThread of [50, 1_000, 50]) {
    const { report } = await validateAsLarge(options, { store, filesPerThread });
    expect(report).toEqual(expected);
  }
  // The rules changed, or the client: nothing is known any more.
  const client = readProfile('2.1.200');
  expect((await validateAsLarge({ ...options, client }, { store })).report).toEqual(validate({ ...options, client }));
  expect((await validateAsLarge(options, { store: { ...store, build: 'two' } })).report).toEqual(expected);
});

test('what breaks a rule is found in a file that was known to be clean, whichever file was changed for it', async () => {
  const store = await makeStore();
  for (const id of RULE_IDS) {
    const { breaks, keeps, links, client, user: _, paths: below = ['.'] } = ALL_CASES[id];
    const run = async (files: typeof breaks) => {
      const access = memoryAccess(ROOT, files, links);
      const paths = below.map((name) => path.resolve(ROOT, name));
      const options = { paths, cwd: ROOT, access, client: client ? readProfile(client) : LATEST_CLIENT };
      const { report } = await validateAsLarge(options, { store: { ...store, build: id } });
      expect(report, id).toEqual(validate(options));
    };
    for (const files of [keeps, keeps, breaks, keeps, breaks]) await run(files);
  }
});

test('a store that is spoilt, or cannot be written, is none', async () => {
  const cwd = await makeTree();
  const options = { paths: [cwd], cwd, access: diskAccess };
  const expected = validate(options);
  const { folder, build } = await makeStore();
  await writeFile(path.join(folder, 'file'), '');
  expect((await validateAsLarge(options, { store: { folder: path.join(folder, 'file/x'), build } })).report).toEqual(
    expected,
  );
  const store = { folder: path.join(folder, 'store'), build };
  await validateAsLarge(options, { store });
  for (const name of await readdir(store.folder)) await writeFile(path.join(store.folder, name), '{"key');
  expect((await validateAsLarge(options, { store })).report).toEqual(expected);
});

test('validate keeps what it knows of 500 files or more in the cache of the user, unless it is told not to', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 500 }, (_, at) => [`.claude/agents/agent-${at}.md`, definition(`agent-${at}`)]),
  );
  const cwd = await makeRepository(files);
  const caches = path.join(path.dirname(cwd), 'caches');
  await mkdir(caches);
  const env = { XDG_CACHE_HOME: caches };
  const kept = async () => {
    return readdir(path.join(caches, 'backend-system-architect/clean-files')).catch(() => []);
  };
  const plain = await cli(['validate', '--no-cache'], { cwd, env });
  expect(await kept()).toEqual([]);
  const first = await cli(['validate'], { cwd, env });
  expect(await kept()).toHaveLength(1);
  const second = await cli(['validate'], { cwd, env });
  expect([first, second]).toEqual([plain, plain]);
  await writeFile(path.join(cwd, '.claude/agents/agent-7.md'), definition('agent-7', 'tools: Grpe'));
  expect((await cli(['validate'], { cwd, env })).stdout).toContain('agent-tool-unknown');
});
