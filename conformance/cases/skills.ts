import { type CaseFile, type Details, field } from '../case.js';

const T = 'skills';

/** Exactly these skills are to be in the agent's first message. */
const preloads = (name: string, yaml: string, skills: string[], details: Details = {}) =>
  field(T, name, yaml, { kind: 'preloaded', skills }, details);

/** The same, with a skill of its own whose SKILL.md is given. */
function own(name: string, text: CaseFile | undefined, skill = `own-${name}`, details: Details = {}) {
  const files =
    text === undefined
      ? { [`.claude/skills/${skill}/notes.md`]: 'Notes.\n' }
      : { [`.claude/skills/${skill}/SKILL.md`]: text };
  return preloads(name, `skills: [${skill}]`, [skill], { files, ...details });
}

const skill = (yaml: string) => `---\n${yaml}\n---\nAll about it.\n`;
const both = ['alpha', 'beta'];

export const skillCases = [
  preloads('flow-list', 'skills: [alpha, beta]', both),
  preloads('block-list', 'skills:\n  - alpha\n  - beta', both),
  preloads('comma-string', 'skills: alpha, beta', both),
  preloads('space-string', 'skills: alpha beta', both),
  preloads('entry-with-several', 'skills:\n  - alpha, beta', both),
  preloads('with-blanks', "skills: [' alpha ']", ['alpha']),
  preloads('twice', 'skills: [alpha, alpha]', ['alpha']),
  preloads('absent', 'skills: [alpha, no-such-skill]', ['alpha', 'no-such-skill']),
  preloads('wrong-case', 'skills: [Alpha]', ['alpha']),
  preloads('with-slash', 'skills: [/alpha]', ['alpha']),
  preloads('path', 'skills: [.claude/skills/alpha]', ['alpha']),
  preloads('rule', 'skills: [Skill(alpha)]', ['alpha']),
  preloads('star', 'skills: "*"', both),
  preloads('absent-of-plugin', 'skills: [some-plugin:helper]', ['helper'], {
    judgement: 'What plugins bring is not in the files.',
  }),
  preloads('bundled', 'skills: [simplify]', ['simplify'], {
    observe: { kind: 'first message', text: '<command-name>simplify</command-name>' },
  }),
  preloads('empty-list', 'skills: []', []),
  preloads('null', 'skills:', []),
  preloads('number', 'skills: 7', ['7']),
  preloads('boolean', 'skills: true', ['true']),
  preloads('mapping', 'skills: { alpha: true }', ['alpha']),
  preloads('number-in-list', 'skills: [alpha, 7]', ['7', 'alpha']),
  own(
    'disable-model-invocation',
    skill('name: own-disable-model-invocation\ndescription: D.\ndisable-model-invocation: true'),
  ),
  own('not-user-invocable', skill('name: own-not-user-invocable\ndescription: D.\nuser-invocable: false')),
  own('empty-folder', undefined),
  own('without-frontmatter', 'All about it.\n'),
  own('without-name', skill('description: D.')),
  own('without-description', skill('name: own-without-description')),
  own('other-name', skill('name: another-name\ndescription: D.')),
  preloads('by-other-name', 'skills: [a-third-name]', ['by-folder'], {
    files: { '.claude/skills/by-folder/SKILL.md': skill('name: a-third-name\ndescription: D.') },
  }),
  own('broken-yaml', skill('name: [own-broken\ndescription: "D')),
  own('empty-file', ''),
  own('lower-case-file', undefined, 'own-lower', {
    files: { '.claude/skills/own-lower/skill.md': skill('name: own-lower\ndescription: D.') },
  }),
  own('nested-folder', undefined, 'own-nested', {
    files: { '.claude/skills/group/own-nested/SKILL.md': skill('name: own-nested\ndescription: D.') },
  }),
  preloads('command', 'skills: [own-command]', ['own-command'], {
    files: { '.claude/commands/own-command.md': skill('description: D.') },
    observe: { kind: 'first message', text: 'All about it.' },
  }),
  preloads('without-skill-tool', 'tools: Read\nskills: [alpha]', ['alpha'], {
    subject: 'skills without the tool Skill',
  }),
  preloads('skill-tool-disallowed', 'disallowedTools: Skill\nskills: [alpha]', ['alpha'], {
    subject: 'skills with Skill disallowed',
  }),
  preloads('singular-key', 'skill: alpha', ['alpha']),
];
