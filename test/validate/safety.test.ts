import { access, chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRepository, writeFiles } from '../support/repository.js';
import { validateIn } from './validate-in.js';

const AGENT = '---\nname: reviewer\ndescription: Reads what changed.\n---\nRead the change.\n';
const SKILL = '---\nname: lint\ndescription: Lints.\n---\nLint.\n';
const BROKEN = 'there is a SECRET in this line\n';

const settingsOf = (command: string) =>
  JSON.stringify({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } });

/** Makes a link in the repository to something beside it or, by a relative path, inside it. */
async function link(repository: string, name: string, target: string, files: Record<string, string>): Promise<void> {
  await writeFiles(repository, files);
  const file = path.join(repository, name);
  await mkdir(path.dirname(file), { recursive: true });
  await symlink(path.join(repository, target), file);
}

describe('a symbolic link that leads out of the repository is not followed', () => {
  test.each<[string, string, string, Record<string, string>, string[]]>([
    ['an agent', '.claude/agents/x.md', '../x.md', { '../x.md': BROKEN }, ['file-link-outside .claude/agents/x.md']],
    ['a folder of agents', '.claude/agents/more', '../more', { '../more/x.md': BROKEN }, []],
    ['a skill', '.claude/skills/lint', '../lint', { '../lint/SKILL.md': BROKEN }, ['file-link-outside']],
    ['a folder of skills', '.claude/skills', '../skills', { '../skills/lint/SKILL.md': BROKEN }, ['file-link-outside']],
    ['settings', '.claude/settings.json', '../s.json', { '../s.json': BROKEN }, ['file-link-outside']],
    ['servers', '.mcp.json', '../m.json', { '../m.json': BROKEN }, ['file-link-outside']],
    [
      'a script',
      '.claude/hooks/x.sh',
      '../x.sh',
      { '../x.sh': BROKEN, '.claude/settings.json': settingsOf('"$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh') },
      ['hook-script-outside .claude/settings.json'],
    ],
  ])('%s', async (_, name, target, files, expected) => {
    const repository = await makeRepository({ '.claude/agents/reviewer.md': AGENT });
    await link(repository, name, target, files);
    const { stdout, rules } = await validateIn(repository);
    // Nothing that was read there is shown, and no rule speaks of what it holds.
    expect(stdout).not.toContain('SECRET');
    expect(rules).toEqual(expected.map((rule) => expect.stringContaining(rule)));
  });
});

describe('one that stays in the repository is followed, as other installers link skills', () => {
  test.each<[string, string, string, Record<string, string>]>([
    ['an agent', '.claude/agents/x.md', 'shared/x.md', { 'shared/x.md': AGENT.replace('reviewer', 'other') }],
    ['a folder of agents', '.claude/agents/more', 'more', { 'more/x.md': AGENT.replace('reviewer', 'other') }],
    ['a skill', '.claude/skills/lint', '.agents/skills/lint', { '.agents/skills/lint/SKILL.md': SKILL }],
    ['a folder of skills', '.claude/skills', '.agents/skills', { '.agents/skills/lint/SKILL.md': SKILL }],
    [
      'a script',
      '.claude/hooks/x.sh',
      'tools/x.sh',
      {
        'tools/x.sh': '#!/bin/sh\nexit 0\n',
        '.claude/settings.json': settingsOf('"$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh'),
      },
    ],
  ])('%s', async (_, name, target, files) => {
    const repository = await makeRepository({ '.claude/agents/reviewer.md': AGENT });
    await link(repository, name, target, files);
    expect((await validateIn(repository)).rules).toEqual([]);
    // It was followed: what breaks there is found.
    const [first = ''] = Object.keys(files);
    await writeFile(path.join(repository, first), '');
    expect((await validateIn(repository)).rules).not.toEqual([]);
  });
});

test('a folder that is called like an agent is a folder', async () => {
  const repository = await makeRepository({
    '.claude/agents/x.md/reviewer.md': AGENT,
    '.claude/agents/y.md/z.txt': '',
  });
  expect((await validateIn(repository)).rules).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('a folder that must not be read hides no other file', async () => {
  const repository = await makeRepository({ '.claude/agents/a/x.md': AGENT, '.claude/agents/b.md': BROKEN });
  await chmod(path.join(repository, '.claude/agents/a'), 0o000);
  const { rules } = await validateIn(repository);
  await chmod(path.join(repository, '.claude/agents/a'), 0o755);
  expect(rules).toContain('frontmatter-missing .claude/agents/b.md');
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['of zeroes', Buffer.alloc(4_096)],
  ['over the largest size', Buffer.alloc(2_000_000, 'x')],
  ['nested without measure', Buffer.from(`---\nname: a\nx: ${'['.repeat(100_000)}\n---\n`)],
  ['of UTF-16', Buffer.from(`\uFEFF${AGENT}`, 'utf16le')],
])('a file %s among 50 does not hide what is found in the others', async (_, content) => {
  const others = Array.from({ length: 50 }, (_, at) => `.claude/agents/n${String(at).padStart(2, '0')}.md`);
  const files = Object.fromEntries(others.map((file) => [file, BROKEN]));
  const repository = await makeRepository({ ...files, '.claude/agents/n20x.md': content });
  const { rules } = await validateIn(repository);
  expect(rules).toEqual(expect.arrayContaining(others.map((file) => `frontmatter-missing ${file}`)));
  expect(rules.some((rule) => rule.endsWith('n20x.md'))).toBe(true);
});

describe('nothing that a file holds is ever run', () => {
  const code = (marker: string) => `require('fs').writeFileSync(${JSON.stringify(marker)},'')`;

  test.each<[string, (marker: string) => string]>([
    [
      '!!js/function',
      (marker) =>
        `---\nname: a\ndescription: b\nx: !!js/function "function(){${code(marker).replaceAll('"', '\\"')}}"\n---\n`,
    ],
    [
      '!!js/undefined',
      (marker) => `---\nname: a\ndescription: b\ntoString: !!js/function 'function(){${code(marker)}}'\n---\n`,
    ],
    [
      '!!python/object',
      (marker) => `---\nname: a\ndescription: b\nx: !!python/object/apply:os.system ["touch '${marker}'"]\n---\n`,
    ],
    [
      '!!python/object/new',
      (marker) => `---\nname: !!python/object/new:os.system ["touch '${marker}'"]\ndescription: b\n---\n`,
    ],
    ['---js', (marker) => `---js\n${code(marker)}\n---\n`],
    ['---javascript', (marker) => `---javascript\n${code(marker)}\n---\n`],
    ['--- js', (marker) => `--- js\n${code(marker)}\n---\n`],
    ['---coffee', (marker) => `---coffee\n${code(marker)}\n---\n`],
    [
      'a shell in a value',
      (marker) => `---\nname: $(touch '${marker}')\ndescription: \`touch '${marker}'\`\n---\n!\`touch '${marker}'\`\n`,
    ],
  ])('%s', async (_, textOf) => {
    const repository = await makeRepository();
    const marker = path.join(repository, 'ran');
    const text = textOf(marker);
    const settings = settingsOf(`touch '${marker}' "$(touch '${marker}')"`);
    await writeFiles(repository, {
      '.claude/agents/a.md': text,
      '.claude/skills/lint/SKILL.md': text,
      '.claude/settings.json': settings,
    });
    await validateIn(repository);
    await expect(access(marker)).rejects.toThrow('ENOENT');
  });
});
