import { quote, type Rule, rules } from './rule.js';

/** Rules about skills (`skills/<name>/SKILL.md`). */
export const skillRules = rules({
  'skill-file-missing': {
    effect: 'not loaded',
    message: ({ folder }) => `The skill folder ${quote(folder)} has no SKILL.md.`,
    help: () => 'Add SKILL.md with "name" and "description", or remove the folder.',
  } satisfies Rule<{ folder: string }>,
  'skill-name': {
    effect: 'risky',
    message: ({ found, folder }) => `The skill's "name" is ${found}, its folder is called ${quote(folder)}.`,
    help: ({ folder }) => `Write "name: ${folder}".`,
  } satisfies Rule<{ found: string; folder: string }>,
  'skill-description': {
    effect: 'degraded',
    message: ({ found }) => `A skill needs a "description" that says when to use it; found ${found}.`,
    help: () => 'Add one line that says when to use the skill.',
  } satisfies Rule<{ found: string }>,
});
