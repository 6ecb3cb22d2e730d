import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { definition } from './cases/package-files.js';
import { diagnose, HOME, type Setting } from './diagnose.js';
import type { MemoryFiles } from './memory-access.js';

const AGENTS = '.claude/agents';
const [A, B, C] = [`${AGENTS}/a.md`, `${AGENTS}/b.md`, `${AGENTS}/c.md`];
const agent = (name: string, ...more: string[]) => definition([`name: ${name}`, 'description: Reads.', ...more]);
const twin = agent('twin');

/** Each file that is said to have a name that another one has, and that other one. */
function duplicates(files: MemoryFiles, setting?: Setting): string[] {
  return diagnose(files, setting).flatMap(({ ruleId, location, message }) =>
    ruleId === 'agent-name-duplicate' ? `${location.file} < ${message.split(' has the name')[0]}` : [],
  );
}

describe('of two agents with one name the client loads the later file, and the other one is told so', () => {
  test.each<[string, MemoryFiles, string[]]>([
    ['in one folder', { [A]: twin, [B]: twin }, [`${A} < ${B}`]],
    ['in whatever order they are found', { [B]: twin, [A]: twin }, [`${A} < ${B}`]],
    ['in folders of the folder', { [`${AGENTS}/z/a.md`]: twin, [B]: twin }, [`${B} < ${AGENTS}/z/a.md`]],
    ['whatever blanks are around a name', { [A]: agent('"twin "'), [B]: twin }, [`${A} < ${B}`]],
    ['but not where a letter is of another case', { [A]: agent('Twin'), [B]: twin }, []],
    ['but not in two projects', { [A]: twin, [`app/${B}`]: twin }, []],
    ['and three of them all lose to the last', { [A]: twin, [B]: twin, [C]: twin }, [`${A} < ${C}`, `${B} < ${C}`]],
  ])('%s', (_, files, expected) => {
    expect(duplicates(files, { paths: Object.keys(files) })).toEqual(expected);
  });

  test('in a folder of the folder that is named itself', () => {
    const files = { [A]: twin, [`${AGENTS}/z/b.md`]: twin, [`${AGENTS}/z/c.md`]: twin };
    expect(duplicates(files, { paths: [`${AGENTS}/z`] })).toContain(`${AGENTS}/z/b.md < ${AGENTS}/z/c.md`);
  });

  test.each([[[A]], [[B]], [[B, A]]])('whichever of them is validated: %j', (paths) => {
    expect(duplicates({ [A]: twin, [B]: twin }, { paths })).toEqual([`${A} < ${B}`]);
  });
});

describe('a file that the client does not load takes no name away', () => {
  test.each<[string, MemoryFiles[string]]>([
    ['without a description', definition(['name: twin'])],
    ['with hooks that it refuses', agent('twin', 'hooks: Stop')],
    ['with YAML that does not parse', definition(['name: twin', 'description: "Reads.'])],
    ['without an end of its frontmatter', '---\nname: twin\ndescription: Reads.\n'],
    ['that cannot be read', { fails: 'EACCES' }],
    ['over the largest size', twin + 'x'.repeat(1_048_576)],
    ['of UTF-16', Buffer.from(`\uFEFF${twin}`, 'utf16le')],
  ])('%s', (_, text) => {
    for (const paths of [['.'], [A]]) expect(duplicates({ [A]: twin, [B]: text }, { paths })).toEqual([]);
  });

  test('that is a link out of the repository', () => {
    const links = { [B]: path.resolve('/elsewhere/b.md') };
    for (const paths of [['.'], [A]]) expect(duplicates({ [A]: twin, [B]: twin }, { paths, links })).toEqual([]);
  });

  test('whose name is none', () => {
    expect(duplicates({ [A]: agent('""'), [B]: agent('""') })).toEqual([]);
  });
});

describe('a finding about an agent that is not there', () => {
  const starts = agent('starter', 'tools: Agent(helper)');
  const missing = (files: MemoryFiles, setting?: Setting) =>
    diagnose(files, setting).filter(({ ruleId }) => ruleId === 'agent-reference-missing').length;

  test.each<[string, MemoryFiles, number, Setting?]>([
    ['holds where there is none', { [A]: starts }, 1],
    ['holds not where a later file has the name', { [A]: starts, [B]: agent('helper') }, 0],
    ['holds not where an earlier file has the name', { [B]: starts, [A]: agent('helper') }, 0],
    [
      'holds not where a file that is not validated has the name',
      { [A]: starts, [B]: agent('helper') },
      0,
      { paths: [A] },
    ],
    [
      'holds where another project has the name',
      { [A]: starts, [`app/${B}`]: agent('helper') },
      1,
      { paths: ['.', 'app'] },
    ],
    ['holds where the file alone is called so', { [A]: starts, [`${AGENTS}/helper.md`]: agent('other') }, 1],
    [
      'holds not where the user has the agent',
      { [A]: starts, [path.join(HOME, '.claude/agents/b.md')]: agent('helper') },
      0,
      { user: true },
    ],
    [
      'holds where nothing of the user is looked at',
      { [A]: starts, [path.join(HOME, '.claude/agents/b.md')]: agent('helper') },
      1,
    ],
  ])('%s', (_, files, count, setting) => {
    expect(missing(files, setting)).toBe(count);
  });

  test('is said once for each agent of one entry', () => {
    expect(missing({ [A]: agent('starter', 'tools: Agent(x, y), Read') })).toBe(2);
  });
});

test('agents that a plugin lists are its own, and those of its folder are another package’s, with names of their own', () => {
  const manifest = JSON.stringify({ name: 'team', agents: ['./listed/a.md', './listed/b.md'] });
  const files = { '.claude-plugin/plugin.json': manifest, 'agents/a.md': twin, 'listed/a.md': twin };
  expect(duplicates(files)).toEqual([]);
  const hooked = agent('twin', 'hooks:', '  Stop: []');
  const rules = (file: string, paths: string[]) =>
    diagnose({ ...files, [file]: hooked }, { paths }).map(({ ruleId, location }) => `${ruleId} ${location.file}`);
  for (const paths of [['.'], ['listed/a.md']]) {
    expect(rules('listed/a.md', paths), String(paths)).toContain('plugin-agent-field listed/a.md');
  }
  for (const paths of [['.'], ['agents'], ['agents/a.md']]) {
    expect(rules('agents/a.md', paths), String(paths)).not.toContain('plugin-agent-field agents/a.md');
  }
  const two = { ...files, 'listed/b.md': twin };
  expect(duplicates(two, { paths: ['listed/a.md'] })).toEqual(['listed/a.md < listed/b.md']);
});
