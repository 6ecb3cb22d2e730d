import { access, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_AGENT_FILE_BYTES } from '../../src/client/limits.js';
import { cli, runProcess } from '../support/cli.js';
import { makeRepository, writeFiles } from '../support/repository.js';
import { places, runValidate } from './run-validate.js';
import { seededBytes } from './seeded-bytes.js';

const FILE = '.claude/agents/reviewer.md';
const HEAD = '---\nname: reviewer\ndescription: Reads what changed.\n---\n';
const AGENT = `${HEAD}Read the change.\n`;

const agentOf = (...frontmatter: string[]) => `---\n${frontmatter.join('\n')}\n---\nRead the change.\n`;
const padTo = (bytes: number) => HEAD + 'x'.repeat(bytes - HEAD.length);

const ALIAS_BOMB = agentOf(
  'name: reviewer',
  'description: Reads what changed.',
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 10 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`)}]`),
);

describe('a file that the client loads as it is passes', () => {
  test.each<[string, Record<string, string | Buffer>]>([
    ['plain', { [FILE]: AGENT }],
    ['with a byte order mark', { [FILE]: `\uFEFF${AGENT}` }],
    ['with Windows line ends', { [FILE]: AGENT.replaceAll('\n', '\r\n') }],
    ['with a closing fence as its last bytes', { [FILE]: HEAD.trimEnd() }],
    ['with white space behind both fences', { [FILE]: AGENT.replaceAll('---\n', '--- \t\n') }],
    ['with a NUL in the body', { [FILE]: `${AGENT}\0\n` }],
    [
      'with tabs as indentation',
      { [FILE]: agentOf('name: reviewer', 'description: Reads.', 'tools:', '\t- Read', '\t- Grep') },
    ],
    [
      'with a colon in a plain description',
      { [FILE]: agentOf('name: reviewer', 'description: Use this: when needed') },
    ],
    [
      'with tools as one text with commas',
      { [FILE]: agentOf('name: reviewer', 'description: Reads.', 'tools: Read, Grep,Glob') },
    ],
    ['with a name unlike the file name', { [FILE]: agentOf('name: The Reviewer', 'description: Reads.') }],
    ['of exactly the largest size', { [FILE]: padTo(MAX_AGENT_FILE_BYTES) }],
    ['in nested folders', { '.claude/agents/sub/deeper/x.md': AGENT }],
    [
      'beside broken files that the client never opens',
      { [FILE]: AGENT, '.claude/agents/a.MD': 'x', '.claude/agents/b.markdown': 'x', '.claude/agents/c.txt': 'x' },
    ],
  ])('%s', async (_, files) => {
    const { exitCode, stderr, report } = await runValidate(files);
    expect(report).toEqual({ diagnostics: [], summary: { files: 1, errors: 0, warnings: 0, infos: 0 } });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });
});

describe('a file that the client does not load is an error with a rule and a place', () => {
  test.each<[string, string | Buffer, string[]]>([
    ['empty', '', ['file-empty 1:1']],
    ['only white space', ' \t\r\n\n ', ['file-empty 1:1']],
    ['only a byte order mark', '\uFEFF', ['file-empty 1:1']],
    ['no frontmatter', 'Read the change.\n', ['frontmatter-missing 1:1']],
    ['only a fence without a line end', '---', ['frontmatter-missing 1:1']],
    ['four dashes for a fence', `-${AGENT}`, ['frontmatter-missing 1:1']],
    ['a blank line before the fence', `\n${AGENT}`, ['frontmatter-missing 1:1']],
    ['a space before the fence', ` ${AGENT}`, ['frontmatter-missing 1:1']],
    ['old Macintosh line ends', AGENT.replaceAll('\n', '\r'), ['frontmatter-missing 1:1']],
    ['unclosed frontmatter', '---\nname: reviewer\ndescription: Reads.\n', ['frontmatter-unclosed 1:1']],
    ['a fence that names js', AGENT.replace('---', '---js'), ['frontmatter-language 1:1']],
    ['a fence that names javascript', AGENT.replace('---', '---javascript'), ['frontmatter-language 1:1']],
    ['a fence that names json', '---json\n{ "name": "reviewer" }\n---\n', ['frontmatter-language 1:1']],
    ['a fence that names yaml', AGENT.replace('---', '---yaml'), ['frontmatter-language 1:1']],
    ['a fence with a comment', AGENT.replace('---', '--- # agent'), ['frontmatter-language 1:1']],
    ['random bytes', seededBytes(1, 4096), ['file-encoding 1:1', 'frontmatter-missing 1:1']],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${AGENT}`, 'utf16le'), ['file-utf16 1:1']],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${AGENT}`, 'utf16le').swap16(), ['file-utf16 1:1']],
    ['one byte over the largest size', padTo(MAX_AGENT_FILE_BYTES + 1), ['file-too-large 1:1']],
    ['five megabytes', padTo(5_000_000), ['file-too-large 1:1']],
    [
      'YAML that does not parse',
      agentOf('name: reviewer', 'description: Reads.', 'tools:', '  - Read', ' - Grep'),
      ['frontmatter-yaml 6:1'],
    ],
    [
      'YAML with a quote that is never closed',
      agentOf('name: reviewer', 'description: "Reads.'),
      ['frontmatter-yaml 3:20'],
    ],
    ['frontmatter that is a list', agentOf('- name', '- description'), ['agent-description 1:1', 'agent-name 1:1']],
    ['frontmatter that is a text', agentOf('reviewer'), ['agent-description 1:1', 'agent-name 1:1']],
    ['frontmatter without a line', '---\n---\n', ['agent-description 1:1', 'agent-name 1:1']],
    ['no name', agentOf('description: Reads.'), ['agent-name 1:1']],
    ['a number for a name', agentOf('name: 123', 'description: Reads.'), ['agent-name 2:7']],
    ['a name with a colon', agentOf('name: team:reviewer', 'description: Reads.'), ['agent-name 2:7']],
    ['an empty name', agentOf('name: ""', 'description: Reads.'), ['agent-name 2:7']],
    ['no description', agentOf('name: reviewer'), ['agent-description 1:1']],
    ['an empty description', agentOf('name: reviewer', "description: ''"), ['agent-description 3:14']],
    ['a list for a description', agentOf('name: reviewer', 'description: [Reads]'), ['agent-description 3:14']],
    ['a number for a description', agentOf('name: reviewer', 'description: 42'), ['agent-description 3:14']],
    ['aliases that grow without bound', ALIAS_BOMB, ['frontmatter-yaml 2:1']],
  ])('%s', async (_, content, expected) => {
    const { exitCode, stderr, report } = await runValidate({ [FILE]: content });
    expect(places(report)).toEqual(expected);
    expect(report.diagnostics.every(({ location }) => location.file === FILE)).toBe(true);
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });
});

describe('a file that the client loads otherwise than it reads is a warning, which leaves the exit code at 0', () => {
  test.each<[string, string | Buffer, string[]]>([
    [
      'a byte that is not UTF-8',
      Buffer.from(agentOf('name: reviewer', 'description: Judges a caf\xe9.'), 'latin1'),
      ['file-encoding 3:26'],
    ],
    [
      'a byte that is not UTF-8 behind letters of several bytes',
      Buffer.concat([Buffer.from(`${HEAD}\u{1F600}é\uFFFD`), Buffer.of(0xe9), Buffer.from('\n')]),
      ['file-encoding 5:5'],
    ],
  ])('%s', async (_, content, expected) => {
    const { exitCode, stderr, report } = await runValidate({ [FILE]: content });
    expect(places(report)).toEqual(expected);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });
});

describe('a file that the client loads without a part of it is an error', () => {
  test.each<[string, string, string]>([
    [
      'a key that stands twice',
      agentOf('name: first', 'description: Reads.', 'name: second'),
      'frontmatter-duplicate-key 4:1',
    ],
    [
      'dashes inside a value',
      agentOf('name: reviewer', 'description: Reads --- and tells.'),
      'frontmatter-early-fence 3:20',
    ],
  ])('%s', async (_, content, place) => {
    const { exitCode, stderr, report } = await runValidate({ [FILE]: content });
    expect(places(report)).toEqual([place]);
    expect(report.diagnostics).toMatchObject([{ severity: 'error', effect: 'ignored' }]);
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });
});

test.each(['js', 'javascript'])('code behind a fence that names %s is never run', async (language) => {
  const repository = await makeRepository();
  const marker = path.join(repository, 'ran');
  const code = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`;
  await writeFiles(repository, { [FILE]: `---${language}\n${code}\n---\n` });
  const { exitCode, stdout } = await cli(['validate'], { cwd: repository });
  expect(stdout).toContain(`${FILE}:1:1 error frontmatter-language`);
  expect(exitCode).toBe(1);
  await expect(access(marker)).rejects.toThrow('ENOENT');

  await runProcess(process.execPath, ['-e', code], { cwd: repository, env: process.env });
  await expect(access(marker)).resolves.toBeUndefined();
});

describe('what the client does with YAML that others read otherwise is what is reported', () => {
  test.each<[string, string | Buffer, string[], number]>([
    [
      'a plain value that starts like an alias is read as a text',
      agentOf('name: reviewer', 'description: *carefully*'),
      [],
      0,
    ],
    [
      'a name behind dashes in an earlier value is lost, so the file is not loaded',
      agentOf('description: Reads --- and tells.', 'name: reviewer'),
      ['agent-name', 'frontmatter-early-fence'],
      1,
    ],
    [
      'dashes in a quoted value leave its quote open, so the file is not loaded',
      agentOf('name: reviewer', 'description: "Reads --- and tells."'),
      ['frontmatter-early-fence', 'frontmatter-yaml'],
      1,
    ],
    [
      'dashes behind a line separator end the frontmatter like any others',
      agentOf('name: reviewer', 'description: Reads\u2028--- and tells.'),
      ['frontmatter-early-fence'],
      1,
    ],
    [
      'a file whose only closing dashes stand within a line is loaded without what is behind them',
      '---\nname: reviewer\ndescription: Reads --- and tells.\n',
      ['frontmatter-early-fence'],
      1,
    ],
    [
      'an entry of a tools list may name several tools',
      agentOf('name: reviewer', 'description: Reads.', 'tools:', '  - Read, Grep', '  - Glob Bash'),
      [],
      0,
    ],
    [
      'a bracketed list stays a list when another value has to be repaired',
      agentOf('name: reviewer', 'description: Use this: when needed', 'tools: [Read, "Grep"]'),
      [],
      0,
    ],
    [
      'with Windows line ends nothing is repaired, so the file is not loaded',
      agentOf('name: reviewer', 'description: Use this: when needed').replaceAll('\n', '\r\n'),
      ['frontmatter-yaml'],
      1,
    ],
    [
      'a number of turns that the client ignores ends no run',
      `---\nname: reviewer\ndescription: Reads.\nmaxTurns: 0\n---\n## Resource Scaling\n- Review: 1-2 tool calls\n`,
      ['agent-field-value'],
      1,
    ],
    [
      'a merge key merges',
      agentOf('name: reviewer', 'base: &base { description: Reads. }', '<<: *base'),
      ['agent-field-unknown'],
      1,
    ],
  ])('%s', async (_, content, rules, code) => {
    const { exitCode, report } = await runValidate({ [FILE]: content });
    expect(exitCode).toBe(code);
    expect(report.diagnostics.map(({ ruleId }) => ruleId).toSorted()).toEqual(rules);
  });
});

describe('what lies in the way is a finding in the file that needs it', () => {
  const SCRIPT = `'"$CLAUDE_PROJECT_DIR"/.claude/hooks/check.sh'`;

  test.each<[string, Record<string, string>, string]>([
    [
      'a file where the skills folder should be',
      { [FILE]: agentOf('name: reviewer', 'description: Reads.', 'skills: [lint]'), '.claude/skills': '' },
      'agent-skill-missing 4:10',
    ],
    [
      'a file where the folder of a hook script should be',
      {
        [FILE]: agentOf(
          ...['name: reviewer', 'description: Reads.', 'hooks:', '  Stop:', '    - hooks:'],
          ...['        - type: command', `          command: ${SCRIPT}`],
        ),
        '.claude/hooks': '',
      },
      'hook-script-missing 8:20',
    ],
    [
      'a NUL in the name of a skill',
      { [FILE]: agentOf('name: reviewer', 'description: Reads.', 'skills: ["a\\0b"]') },
      'agent-skill-missing 4:10',
    ],
  ])('%s', async (_, files, place) => {
    const { exitCode, report } = await runValidate(files);
    expect(exitCode).toBe(1);
    expect(places(report)).toEqual([place]);
  });

  test('a symbolic link that leads to itself does not keep the other files from being checked', async () => {
    const repository = await makeRepository({ [FILE]: AGENT });
    await symlink('loop.md', path.join(repository, '.claude/agents/loop.md'));
    const { exitCode } = await cli(['validate'], { cwd: repository });
    expect(exitCode).not.toBe(2);
  });

  test('the text format has one line for a finding, whatever the value that it names', async () => {
    const field = JSON.stringify('foo\nother.md:1:1 error agent-name made up');
    const repository = await makeRepository({
      [FILE]: agentOf('name: reviewer', 'description: Reads.', `${field}: x`),
    });
    const { stdout } = await cli(['validate'], { cwd: repository });
    expect(stdout.split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line))).toHaveLength(1);
  });

  test('a letter that is cut off after EF BF is located where it stands', async () => {
    const content = Buffer.concat([Buffer.from(HEAD), Buffer.of(0xef, 0xbf), Buffer.from(' x\n')]);
    expect(places((await runValidate({ [FILE]: content })).report)).toEqual(['file-encoding 5:1']);
  });
});
