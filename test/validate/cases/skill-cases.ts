import path from 'node:path';
import { MAX_LISTED_DESCRIPTION } from '../../../src/client/limits.js';
import type { skillRules } from '../../../src/validate/rules/skill-rules.js';
import { HOME } from '../diagnose.js';
import { skill, skillText } from './package-files.js';
import type { RuleCase } from './rule-case.js';

const LINT = skill('lint');
const lint = (text: string) => ({ '.claude/skills/lint/SKILL.md': text });
const described = (length: number) => lint(`---\nname: lint\ndescription: ${'x'.repeat(length)}\n---\n`);
const linked = (body: string) => ({ ...lint(`${skillText('lint')}${body}\n`), '.claude/skills/lint/rules.md': '' });
const users = (name: string) => ({ [path.join(HOME, '.claude/skills', name, 'SKILL.md')]: skillText(name) });

export const skillCases: Record<keyof typeof skillRules, RuleCase> = {
  'skill-file-missing': { breaks: { ...LINT, '.claude/skills/style/README.md': '' }, keeps: LINT },
  'skill-file-flat': {
    breaks: { ...LINT, '.claude/skills/style.md': skillText('style') },
    keeps: { ...LINT, '.claude/skills/README.md': '# The skills\n' },
  },
  'skill-frontmatter': { breaks: lint('# Lint\n'), keeps: LINT },
  'skill-name': { at: 'Lint', breaks: lint(skillText('Lint')), keeps: LINT },
  'skill-description': { breaks: lint('---\nname: lint\n---\n'), keeps: LINT },
  'skill-description-long': {
    at: 'xxx',
    breaks: described(MAX_LISTED_DESCRIPTION + 1),
    keeps: described(MAX_LISTED_DESCRIPTION),
  },
  'skill-shadowed': { user: true, breaks: { ...LINT, ...users('lint') }, keeps: { ...LINT, ...users('style') } },
  'skill-link-missing': {
    at: 'rule.md',
    breaks: linked('See [the rules](rule.md).'),
    keeps: linked('See [the rules](rules.md).'),
  },
};
