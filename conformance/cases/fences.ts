import { bodyOf, type Case, definition } from '../case.js';

const T = 'fences';

/** A definition of this text, in which `$` stands for its name; its body is to be the system prompt. */
function prompted(name: string, text: (body: string) => string, details: Partial<Case> = {}): Case {
  const id = `${T}-${name}`;
  return definition(T, name, text(bodyOf(id)).replaceAll('$', id), {
    subject: 'the body',
    observe: { kind: 'prompted', text: bodyOf(id) },
    ...details,
  });
}

const yaml = 'name: $\ndescription: Reads.\n';
const opened = (name: string, opening: string) => prompted(name, (body) => `${opening}${yaml}---\n${body}\n`);
const closed = (name: string, closing: string) => prompted(name, (body) => `---\n${yaml}${closing}${body}\n`);

export const fenceCases = [
  opened('plain', '---\n'),
  opened('opening-with-blanks', '---  \n'),
  opened('opening-with-tab', '---\t\n'),
  opened('opening-with-language', '---yaml\n'),
  opened('opening-with-script', '---js\n'),
  opened('opening-with-comment', '--- # an agent\n'),
  opened('opening-with-four', '----\n'),
  opened('opening-with-two', '--\n'),
  opened('opening-indented', ' ---\n'),
  opened('opening-missing', ''),
  opened('opening-plus', '+++\n'),
  opened('blank-line-before', '\n---\n'),
  opened('heading-before', '# Agent\n---\n'),
  opened('comment-before', '<!-- agent -->\n---\n'),
  opened('blank-line-behind', '---\n\n'),
  closed('closing-with-blanks', '---  \n'),
  closed('closing-with-four', '----\n'),
  closed('closing-indented', '  ---\n'),
  closed('closing-with-dots', '...\n'),
  closed('closing-with-text', '--- end\n'),
  closed('closing-missing', ''),
  prompted('closing-at-end-of-file', () => `---\n${yaml}---`, {
    subject: 'nothing',
    observe: { kind: 'described', as: 'Reads.' },
  }),
  prompted('body-empty', () => `---\n${yaml}---\n`, {
    subject: 'nothing',
    observe: { kind: 'described', as: 'Reads.' },
  }),
  prompted('body-on-closing-line', (body) => `---\n${yaml}--- ${body}\n`),
  prompted('body-with-rule', (body) => `---\n${yaml}---\n# A\n\n---\n\n${body}\n`),
  prompted('early-in-description', (body) => `---\nname: $\ndescription: Reads --- all\n---\n${body}\n`, {
    subject: 'the whole description',
    observe: { kind: 'described', as: 'Reads --- all' },
  }),
  prompted('early-in-quoted-description', (body) => `---\nname: $\ndescription: "Reads --- all"\n---\n${body}\n`, {
    subject: 'the whole description',
    observe: { kind: 'described', as: 'Reads --- all' },
  }),
  prompted(
    'early-in-comment',
    (body) => `---\nname: $\ndescription: Reads.\n# --- tools ---\ntools: Read\n---\n${body}\n`,
    {
      subject: 'tools: Read',
      observe: { kind: 'offered only', tools: ['Read'] },
    },
  ),
  prompted(
    'early-in-block-scalar',
    (body) => `---\nname: $\ndescription: |\n  One\n  ---\n  Two\ntools: Read\n---\n${body}\n`,
    {
      subject: 'tools: Read',
      observe: { kind: 'offered only', tools: ['Read'] },
    },
  ),
  definition(T, 'empty-file', ''),
  definition(T, 'only-blanks', ' \n\n'),
  definition(T, 'only-fences', '---\n---\n'),
  definition(T, 'only-opening', '---\n'),
];
