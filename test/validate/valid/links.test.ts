import { describe, test } from 'vitest';
import { skill, skillText } from '../cases/package-files.js';
import { expectSilence } from './silence.js';

const FOLDER = '.claude/skills/lint';
const NEIGHBOURS = {
  [`${FOLDER}/references/rules.md`]: '# Rules\n',
  [`${FOLDER}/references/a b.md`]: '',
  [`${FOLDER}/references/übung (1).md`]: '',
  [`${FOLDER}/scripts/run.sh`]: '#!/bin/sh\n',
  [`${FOLDER}/assets/logo.png`]: '',
  'docs/guide.md': '',
  ...skill('style'),
};

const linked = (body: string) => ({ [`${FOLDER}/SKILL.md`]: `${skillText('lint')}# Lint\n\n${body}\n`, ...NEIGHBOURS });

describe('a link that leads to something that is there', () => {
  test.each([
    '[the rules](references/rules.md)',
    '[the rules](./references/rules.md)',
    '[the rules](references/rules.md#naming)',
    '[the rules](references/rules.md?plain=1#L3)',
    '[the rules](references/rules.md "Rules")',
    "[the rules](references/rules.md 'Rules')",
    '[the rules](<references/rules.md>)',
    '[with a blank](references/a%20b.md)',
    '[with a blank](<references/a b.md>)',
    '[encoded](references/%C3%BCbung%20(1).md)',
    '[with parentheses](<references/übung (1).md>)',
    '![logo](assets/logo.png)',
    '[![logo](assets/logo.png)](references/rules.md)',
    '[the folder](references/)',
    '[the folder](references)',
    '[the other skill](../style/SKILL.md)',
    '[the guide](../../../docs/guide.md)',
    '[rules][rules]\n\n[rules]: references/rules.md',
    'Read `references/rules.md`, then run `scripts/run.sh --all` or `./scripts/run.sh`.',
    'Run `bash scripts/run.sh`.',
  ])('%j', (body) => expectSilence(linked(body)));
});

describe('what leads somewhere else, or nowhere', () => {
  test.each([
    '[the site](https://example.com/a.md)',
    '[the site](HTTP://EXAMPLE.COM)',
    '[without a scheme](//example.com/a.md)',
    '[write](mailto:a@example.com)',
    '[call](tel:+123)',
    '[data](data:text/plain,a)',
    '[above](#lint)',
    '[root](/usr/share/doc/a.md)',
    '[home](~/notes.md)',
    '[a variable]($HOME/notes.md)',
    `[a variable](\${CLAUDE_PLUGIN_ROOT}/a.md)`,
    '[a placeholder](<name>.md), [another]({name}.md), [a glob](references/*.md)',
    '[out of the repository](../../../../elsewhere/a.md)',
    '[empty]()',
    '[a task] (not a link)',
    'An array: `a[i](nothing.md)`.',
    'Write `[text](target.md)` for a link.',
    'Name it ``[text](target.md)`` there.',
    '```md\n[a](nothing.md)\n```',
    '~~~\n[a](nothing.md)\n~~~',
    '- An item:\n  ```md\n  [a](nothing.md)\n  ```',
    'In code:\n\n    [a](nothing.md)\n',
    '<!-- [a](nothing.md) -->',
    '<a href="nothing.md">a</a>',
    '\\[a\\](nothing.md)',
    '[ref]: nothing.md',
    'Make `references/<topic>.md` for each topic.',
    'Such as `templates/*.html` or `src/references/a.md`.',
    'Write the result to `docs/result.md`.',
    'A script, such as `scripts/rotate.py`, saves tokens.',
    '- **Examples**: `scripts/rotate.py` for pages, `references/finance.md` for tables, `assets/logo.svg`',
    'For example, `references/finance.md` could hold the schema.',
    'Create `scripts/check.sh` in the project of the user.',
  ])('%j', (body) => expectSilence(linked(body)));
});

describe('the frontmatter of a skill', () => {
  test.each([
    ['allowed-tools: Read, Bash(git *)'],
    ['model: haiku', 'effort: low', 'context: fork', 'agent: Explore'],
    ['license: MIT', 'metadata:', '  version: "1.0"', 'compatibility: any'],
    ['user-invocable: false', 'argument-hint: "[file]"'],
    ['disable-model-invocation: true'],
    ['when_to_use: Before a commit.', 'version: 1.0.0'],
    ['hooks:', '  Stop:', '    - hooks: [{ type: command, command: make }]'],
    ['paths: ["**/*.ts"]'],
    ['# a comment', 'name-of-nothing: x'],
  ])('%s', (...lines) => expectSilence({ [`${FOLDER}/SKILL.md`]: skillText('lint', ...lines) }));
});

test.each<[string, Record<string, string>]>([
  ['a README beside the skills', { '.claude/skills/README.md': '# Skills\n' }],
  ['a hidden file beside the skills', { '.claude/skills/.gitkeep': '' }],
  ['a hidden folder beside the skills', { '.claude/skills/.git/config': '' }],
  ['files and folders in a skill', { [`${FOLDER}/a/b/c.md`]: '', [`${FOLDER}/LICENSE.txt`]: '' }],
  ['another SKILL.md deep in a skill', { [`${FOLDER}/templates/x/SKILL.md`]: '' }],
])('%s', (_, files) => expectSilence({ ...skill('lint'), ...files }));
