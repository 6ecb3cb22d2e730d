import { bodyOf, type Case, definition } from '../case.js';

const T = 'yaml';

/** A definition with this frontmatter, in which `$` stands for its name; it is to have the tools Read and Write. */
function readWrite(name: string, frontmatter: string, details: Partial<Case> = {}): Case {
  const id = `${T}-${name}`;
  const text = `---\n${frontmatter.replaceAll('$', id)}\n---\n${bodyOf(id)}\n`;
  return definition(T, name, text, {
    subject: 'tools: Read, Write',
    observe: { kind: 'offered only', tools: ['Read', 'Write'] },
    ...details,
  });
}

const head = 'name: $\ndescription: Reads.';
const described = (name: string, yaml: string, as: string) =>
  readWrite(name, `name: $\n${yaml}`, { subject: 'the description', observe: { kind: 'described', as } });

const LAST = 'The last value counts, which is the one asked about; the one before it is lost.';

export const yamlCases = [
  readWrite('plain', `${head}\ntools: Read, Write`),
  readWrite('comment-line', `# An agent\n${head}\n# Its tools\ntools: Read, Write`),
  readWrite('comment-behind-value', `${head}\ntools: Read, Write # two`),
  readWrite('indented', `  name: $\n  description: Reads.\n  tools: Read, Write`),
  readWrite('uneven-indent', `name: $\n description: Reads.\ntools: Read, Write`),
  readWrite('tab-indented-list', `${head}\ntools:\n\t- Read\n\t- Write`),
  readWrite('tab-behind-colon', `${head}\ntools:\tRead, Write`),
  readWrite('no-blank-behind-colon', `${head}\ntools:Read, Write`),
  readWrite('no-blank-behind-name-colon', `name:$\ndescription: Reads.\ntools: Read, Write`),
  readWrite('blank-before-colon', `${head}\ntools : Read, Write`),
  readWrite('anchor-and-alias', `${head}\ntools: &both [Read, Write]\ndisallowedTools: []\nskills: []`),
  readWrite('alias', `${head}\nexperimental: { both: &both [Read, Write] }\ntools: *both`),
  readWrite('alias-unknown', `${head}\ntools: *nowhere`),
  readWrite('merge-key', `${head}\nexperimental: &more { tools: [Read, Write] }\n<<: *more`),
  readWrite('duplicate-key', `${head}\ntools: Read\ntools: Read, Write`, { judgement: LAST }),
  readWrite('duplicate-key-other-order', `${head}\ntools: Read, Write\ntools: Read`),
  readWrite('duplicate-name', `name: other-$\n${head}\ntools: Read, Write`, { judgement: LAST }),
  readWrite('blank-lines', `\n\n${head}\n\n\ntools: Read, Write\n`),
  readWrite('flow-mapping', `{ name: $, description: Reads., tools: [Read, Write] }`),
  readWrite('flow-over-lines', `${head}\ntools: [\n  Read,\n  Write,\n]`),
  readWrite('flow-unclosed', `${head}\ntools: [Read, Write`),
  readWrite('quote-unclosed', `name: $\ndescription: "Reads.\ntools: Read, Write`),
  readWrite('single-quote-unclosed', `name: $\ndescription: 'Reads.\ntools: Read, Write`),
  readWrite('quote-within', `name: $\ndescription: Reads "all" of it\ntools: Read, Write`),
  readWrite('starts-with-quoted-word', `name: $\ndescription: "Reads" all of it\ntools: Read, Write`),
  readWrite('document-end', `${head}\ntools: Read, Write\n...`),
  readWrite('document-end-before-tools', `${head}\n...\ntools: Read, Write`),
  readWrite('directive', `%YAML 1.2\n${head}\ntools: Read, Write`),
  readWrite('list-at-top', `- name: $\n- description: Reads.`),
  readWrite('text-at-top', `just a text`),
  readWrite('empty', ''),
  readWrite('no-mapping-line', `${head}\nsome words\ntools: Read, Write`),
  readWrite('explicit-key', `${head}\n? tools\n: Read, Write`),
  readWrite('tagged', `${head}\ntools: !!str Read, Write`),
  readWrite('own-tag', `${head}\ntools: !mine Read, Write`),
  readWrite('percent', `name: $\ndescription: 100% sure\ntools: Read, Write`),
  readWrite('at-sign', `name: $\ndescription: @me reads\ntools: Read, Write`),
  readWrite('backquote', `name: $\ndescription: \`cmd\` reads\ntools: Read, Write`),
  readWrite('star-first', `name: $\ndescription: *bold* reads\ntools: Read, Write`),
  readWrite('brackets-first', `name: $\ndescription: [draft] reads\ntools: Read, Write`),
  readWrite('braces-first', `name: $\ndescription: {draft} reads\ntools: Read, Write`),
  readWrite('exclamation-first', `name: $\ndescription: !important reads\ntools: Read, Write`),
  readWrite('ampersand-first', `name: $\ndescription: &more reads\ntools: Read, Write`),
  readWrite('question-first', `name: $\ndescription: ? reads\ntools: Read, Write`),
  readWrite('dash-first', `name: $\ndescription: - reads\ntools: Read, Write`),
  readWrite('bar-first', `name: $\ndescription: | reads\ntools: Read, Write`),
  readWrite('colon-at-end', `name: $\ndescription: Reads this:\ntools: Read, Write`),
  readWrite('colon-in-nested-value', `${head}\ntools: Read, Write\nmetadata:\n  note: one: two`),
  readWrite(
    'colon-and-examples',
    `name: $\ndescription: Use it. Examples: <example>user: "Hi" assistant: "Yes"</example>\ntools: Read, Write`,
  ),
  readWrite('colon-with-quotes', `name: $\ndescription: "Reads": all\ntools: Read, Write`),
  readWrite('colon-over-lines', `name: $\ndescription: Use this: when\n  needed\ntools: Read, Write`),
  described('colon-repaired', 'description: Use this: when needed', 'Use this: when needed'),
  described('escape', 'description: "Reads\\tcode."', 'Reads\tcode.'),
  described('unicode-escape', 'description: "Reads \\u00e9."', 'Reads é.'),
  described('no-break-space', 'description: Reads\u00a0code.', 'Reads\u00a0code.'),
  readWrite('no-break-space-indent', `${head}\ntools:\n\u00a0\u00a0- Read\n  - Write`),
  readWrite('json', `{ "name": "$", "description": "Reads.", "tools": ["Read", "Write"] }`),
];
