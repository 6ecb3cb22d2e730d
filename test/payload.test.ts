import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { parseDefinition } from '../src/definition/parse-definition.js';
import { readPayload, sha256 } from '../src/install/payload.js';
import { indexPayload } from '../src/install/payload-index.js';
import { RULE_IDS } from '../src/validate/rules/catalogue.js';

const root = path.resolve(import.meta.dirname, '..');

async function agent() {
  const parsed = parseDefinition(await readFile(path.join(root, 'agents/backend-system-architect.md'), 'utf8'));
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  return parsed.definition;
}

test('the agent preloads 13 skills and refers to 6 more, and these 19 are the ones that are shipped', async () => {
  const { frontmatter, skillReferences } = await agent();
  const preloaded = frontmatter.values.skills as string[];
  const onDemand = skillReferences.map(({ value }) => value).filter((skill) => !preloaded.includes(skill));
  expect([preloaded.length, onDemand.length]).toEqual([13, 6]);
  expect((await readdir(path.join(root, 'skills'))).sort()).toEqual([...preloaded, ...onDemand].sort());
});

test('what is preloaded stays within 24,000 bytes, and each description within 160 characters', async () => {
  const { frontmatter } = await agent();
  const texts = await Promise.all(
    (frontmatter.values.skills as string[]).map((skill) => readFile(path.join(root, 'skills', skill, 'SKILL.md'))),
  );
  expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThanOrEqual(24_000);
  for (const skill of await readdir(path.join(root, 'skills'))) {
    const text = await readFile(path.join(root, 'skills', skill, 'SKILL.md'), 'utf8');
    expect(/^description: (.*)$/m.exec(text)?.[1]?.length ?? 999, skill).toBeLessThanOrEqual(160);
  }
});

test('a skill points to each of its references, and each of them says what it rests on and when that was checked', async () => {
  for (const skill of await readdir(path.join(root, 'skills'))) {
    const folder = path.join(root, 'skills', skill);
    const text = await readFile(path.join(folder, 'SKILL.md'), 'utf8');
    const pointed = [...text.matchAll(/references\/([\w-]+\.md)/g)].map((match) => match[1] ?? '');
    const present = await readdir(path.join(folder, 'references')).catch(() => []);
    expect([...new Set(pointed)].sort(), skill).toEqual(present.sort());
    for (const name of present) {
      const reference = await readFile(path.join(folder, 'references', name), 'utf8');
      expect(reference, `${skill}/${name}`).toMatch(/^Sources?: /m);
      expect(reference, `${skill}/${name}`).toMatch(/^Checked: \w+ \d{4}/m);
    }
  }
});

test('the description stays under 1,000 characters and names whose work it is not', async () => {
  const { frontmatter, refusals } = await agent();
  const description = String(frontmatter.values.description);
  expect(description.length).toBeLessThan(1_000);
  expect(refusals).toHaveLength(5);
  for (const { owner } of refusals) expect(description).toContain(owner);
});

test('the tarball holds the payload, the plugin, the bundles, the rules’ pages and the documents, and nothing else', async () => {
  const folder = path.join(inject('packed'), 'node_modules/backend-system-architect');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const skills = files.filter((file) => /^skills\/[^/]+\/(?:SKILL|references\/[\w-]+)\.md$/.test(file));
  expect(skills.filter((file) => file.endsWith('/SKILL.md'))).toHaveLength(19);
  const pages = files.filter((file) => /^docs\/rules\/[\w-]+\.md$/.test(file));
  expect(
    pages
      .map((file) => path.basename(file, '.md'))
      .filter((name) => name !== 'README')
      .toSorted(),
  ).toEqual(RULE_IDS.toSorted());
  expect(files.filter((file) => !skills.includes(file) && !pages.includes(file)).sort()).toEqual([
    '.claude-plugin/marketplace.json',
    '.claude-plugin/plugin.json',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'agents/backend-system-architect.md',
    'agents/backend-system-architect.routing.json',
    'assets/icon.png',
    'dist/THIRD-PARTY-NOTICES.txt',
    ...['api', 'apply', 'bin', 'commander', 'config', 'diagnose', 'index'].map((name) => `dist/${name}.cjs`),
    'dist/index.d.cts',
    ...['install', 'large'].map((name) => `dist/${name}.cjs`),
    ...['cli-progress', 'fs-extra', 'gray-matter', 'jsonc-parser', 'picomatch', 'yaml', 'zod'].map(
      (name) => `dist/lib/${name}.cjs`,
    ),
    'dist/more.cjs',
    'dist/payload.json',
    ...['program', 'read', 'rules', 'uninstall', 'validate', 'worker'].map((name) => `dist/${name}.cjs`),
    'hooks/agent/agent-hooks.cjs',
    'hooks/agent/agent-start.sh',
    'hooks/agent/boundary-guard.sh',
    'hooks/agent/context-publisher.sh',
    'hooks/agent/handoff-preparer.sh',
    'hooks/agent/hooks-program.cjs',
    'hooks/agent/output-validator.sh',
    'hooks/agent/prompt-router.sh',
    'hooks/hooks.json',
    'package.json',
    'plugin/backend-system-architect.md',
    ...[
      'agent-frontmatter',
      'config',
      'decisions',
      'handoff',
      'manifest',
      'outcome',
      'past-task',
      'report',
      'session-state',
    ].map((name) => `schemas/${name}.schema.json`),
  ]);
});

test('the index says of every file of the payload how long it is, and its SHA-256', async () => {
  const folder = path.join(inject('packed'), 'node_modules/backend-system-architect');
  const index = JSON.parse(await readFile(path.join(folder, 'dist/payload.json'), 'utf8'));
  expect(index).toEqual(indexPayload(folder));
  const { files } = readPayload(folder);
  expect(files).toHaveLength(Object.keys(index).length + 1);
  for (const { path: file, content, sha256: hash } of files) expect(hash, file).toBe(sha256(content));
});

test('no bundle can run code of a file that it parses, or reach a module that is neither Node.js’ own nor in the package', async () => {
  const folder = path.join(inject('packed'), 'node_modules/backend-system-architect');
  const built = (await readdir(path.join(folder, 'dist'), { recursive: true })).filter((name) => name.endsWith('.cjs'));
  const hooks = ['agent-hooks.cjs', 'hooks-program.cjs'].map((name) => `hooks/agent/${name}`);
  const bundles = [...built.map((name) => path.join('dist', name)), ...hooks];
  expect(bundles.length).toBeGreaterThan(4);
  const { builtinModules } = await import('node:module');
  for (const bundle of bundles) {
    const code = await readFile(path.join(folder, bundle), 'utf8');
    expect(code).not.toMatch(/\beval\s*\(|\bnew Function\s*\(/);
    const modules = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name.replace(/^node:/, ''));
    const own = modules.filter((name) => name.startsWith('./'));
    for (const name of own) expect(built.map((file) => `./${file.split(path.sep).join('/')}`)).toContain(name);
    expect(modules.filter((name) => !builtinModules.includes(name) && !own.includes(name))).toEqual([]);
  }
});
