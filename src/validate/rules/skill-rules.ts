import { quote, type Rule, rules } from './rule.js';

/** Rules about skills (`skills/<name>/SKILL.md`). */
export const skillRules = rules({
  'skill-file-missing': {
    effect: 'not loaded',
    message: ({ folder, like, nested }) =>
      nested
        ? `The skill ${quote(nested)} lies too deep: the client looks for skills/<name>/SKILL.md and no deeper.`
        : `The skill folder ${quote(folder)} has no SKILL.md${like ? `, only ${quote(like)}` : ''}.`,
    help: ({ folder, like, nested }) => {
      if (nested) return `Move ${folder}/${nested} up to ${nested}.`;
      return like ? `Rename ${like} to SKILL.md.` : 'Add SKILL.md with "name" and "description", or remove the folder.';
    },
  } satisfies Rule<{ folder: string; like?: string | undefined; nested?: string | undefined }>,
  'skill-file-flat': {
    effect: 'not loaded',
    message: ({ name }) => `The client looks for skills in folders, and does not see ${quote(name)}.`,
    help: ({ better }) => `Move it to skills/${better}/SKILL.md.`,
  } satisfies Rule<{ name: string; better: string }>,
  'skill-frontmatter': {
    effect: 'degraded',
    message: ({ reason }) =>
      `The skill's frontmatter counts for nothing, and its first line is its description: ${reason}.`,
    help: () => 'Start the file with "---", "name", "description" and "---".',
  } satisfies Rule<{ reason: string }>,
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
  'skill-description-long': {
    effect: 'degraded',
    message: ({ length, limit }) =>
      `The description has ${length} characters; the list that the main session sees stops at ${limit}.`,
    help: () => 'Say in one or two sentences when to use the skill, and move the rest into its body.',
  } satisfies Rule<{ length: number; limit: number }>,
  'skill-shadowed': {
    effect: 'risky',
    message: ({ other }) => `On this machine the client takes ${other}: a skill of the user's wins over the project's.`,
    help: () => 'Rename one of them, or remove yours.',
  } satisfies Rule<{ other: string }>,
  'skill-link-missing': {
    effect: 'degraded',
    message: ({ target }) => `The skill points to ${quote(target)}, which is not there.`,
    help: () => 'Mend the path, which is relative to the folder of the skill, or add the file.',
  } satisfies Rule<{ target: string }>,
});
