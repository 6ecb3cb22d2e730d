import { type Rule, rules } from './rule.js';

/** Rules about a file as such, before it has a meaning; observed in the client 2.1.330. */
export const fileRules = rules({
  'file-unreadable': {
    effect: 'not loaded',
    message: ({ reason }) => `The file cannot be read: ${reason}.`,
    help: () => 'Check its permissions, or remove it.',
  } satisfies Rule<{ reason: string }>,
  'file-link-outside': {
    effect: 'risky',
    message: ({ tree }) => `This is a symbolic link that leads out of ${tree}; it was not followed, and not checked.`,
    help: () => 'Copy the file into the repository: others do not have what the link leads to.',
  } satisfies Rule<{ tree: string }>,
  'file-empty': {
    effect: 'not loaded',
    message: () => 'The file is empty.',
    help: () => 'Start it with frontmatter: a line "---", the keys "name" and "description", and a line "---".',
  } satisfies Rule<object>,
  'file-too-large': {
    effect: 'not loaded',
    message: ({ bytes, limit }) =>
      `The file has ${bytes} bytes; the client leaves out files of its kind over ${limit}.`,
    help: () => 'Move depth into skills or files that the agent reads on demand.',
  } satisfies Rule<{ bytes: number; limit: number }>,
  'file-encoding': {
    effect: 'degraded',
    message: ({ offset }) => `The file is not UTF-8 (first at byte ${offset}): the client shows those bytes as U+FFFD.`,
    help: () => 'Save the file as UTF-8.',
  } satisfies Rule<{ offset: number }>,
  'file-utf16': {
    effect: 'not loaded',
    message: () => 'The file is UTF-16, which the client does not read.',
    help: () => 'Save the file as UTF-8.',
  } satisfies Rule<object>,
  'frontmatter-missing': {
    effect: 'not loaded',
    message: () => 'The file does not start with frontmatter.',
    help: () =>
      'Put a line "---" first, then "name" and "description", then a line "---"; nothing may stand before it.',
  } satisfies Rule<object>,
  'frontmatter-unclosed': {
    effect: 'not loaded',
    message: () => 'The frontmatter is never closed.',
    help: () => 'Put a line "---" behind its last key.',
  } satisfies Rule<object>,
  'frontmatter-language': {
    effect: 'not loaded',
    message: ({ language }) => `The opening fence is "---${language}"; the client reads plain "---" only.`,
    help: () => 'Write the frontmatter in YAML behind a line "---". Its code was not run.',
  } satisfies Rule<{ language: string }>,
  'frontmatter-early-fence': {
    effect: 'ignored',
    message: () => 'The client ends the frontmatter at this "---", though it stands within a line: the rest is lost.',
    help: () => 'Write it another way, such as an em dash, anywhere above the closing fence.',
  } satisfies Rule<object>,
  'frontmatter-yaml': {
    effect: 'not loaded',
    message: ({ reason }) => `The frontmatter is not valid YAML: ${reason}.`,
    help: () => 'Mend it here; quoting the value often does.',
  } satisfies Rule<{ reason: string }>,
  'frontmatter-duplicate-key': {
    effect: 'ignored',
    message: ({ key }) => `The key "${key}" stands more than once; the client takes the last one.`,
    help: ({ key }) => `Keep one "${key}".`,
  } satisfies Rule<{ key: string }>,
});
