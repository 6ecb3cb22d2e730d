import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropSkills } from '../../src/answers/drop-skills.js';
import type { AgentDefinition } from '../../src/definition/model.js';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { adapt, SKILLS, shipped, textOf } from './payload-files.js';

function parse(text: string): AgentDefinition {
  const parsed = parseDefinition(text);
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  return parsed.definition;
}

const preloadedIn = (definition: AgentDefinition) => (definition.frontmatter.values.skills ?? []) as string[];
const toolsIn = (definition: AgentDefinition) => definition.frontmatter.values.tools as string[];
const referencesIn = (definition: AgentDefinition) => definition.skillReferences.map(({ value }) => value);
const withSkills = (skills: string[]) => adapt({ skills });

const whole = parse(textOf(shipped));
const PRELOADED = preloadedIn(whole);

test('of any choice exactly these skills are installed, preloaded and referred to, in the order of the definition', () => {
  fc.assert(
    fc.property(fc.subarray(SKILLS), (skills) => {
      const payload = withSkills(skills);
      const files = payload.files.flatMap(({ path }) => /^\.claude\/skills\/([^/]+)/.exec(path)?.[1] ?? []);
      expect([...new Set(files)].sort()).toEqual(skills);
      const definition = parse(textOf(payload));
      expect(preloadedIn(definition)).toEqual(PRELOADED.filter((skill) => skills.includes(skill)));
      expect(referencesIn(definition)).toEqual(referencesIn(whole).filter((skill) => skills.includes(skill)));
    }),
    { numRuns: 40 },
  );
});

test('every line of the definition that names no skill stays, byte for byte', () => {
  const kept = textOf(withSkills(['owasp-top-10', 'rate-limiting']));
  const isAbout = (line: string) => /^ {2}- [a-z0-9-]+$|^- \*\*Skill references/.test(line);
  const rest = (text: string) => text.split('\n').filter((line) => !isAbout(line));
  expect(rest(kept)).toEqual(rest(textOf(shipped)));
  expect(kept).toContain('\nskills:\n  - owasp-top-10\nhooks:\n');
  expect(kept).toContain('\n- **Skill references:** rate-limiting\n- Load skills that were not preloaded');
});

test.each([
  ['the preloaded ones alone', PRELOADED],
  ['one that is only preloaded', ['github-cli']],
  ['none', []],
])('with %s the agent has no Skill tool and is not told to use it', (_, skills) => {
  const text = textOf(withSkills(skills));
  expect(toolsIn(parse(text))).toEqual(toolsIn(whole).filter((tool) => tool !== 'Skill'));
  expect(text).not.toContain('Skill tool');
});

test('without skills neither the key nor the line is left', () => {
  const text = textOf(withSkills([]));
  expect(text).not.toMatch(/^skills:/m);
  expect(text).not.toContain('Skill references');
  expect(text.endsWith('(API contracts: `endpoints_created`)\n')).toBe(true);
  expect(text).toContain('\n  - mcp__sequential-thinking__sequentialthinking\nhooks:\n');
});

test('a definition with CRLF keeps it', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const keeps = (skill: string) => skill === 'rate-limiting';
  expect(dropSkills(crlf(textOf(shipped)), keeps)).toBe(crlf(dropSkills(textOf(shipped), keeps)));
  expect(dropSkills(crlf(textOf(shipped)), () => false)).toBe(crlf(dropSkills(textOf(shipped), () => false)));
});
