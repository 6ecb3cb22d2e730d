import { bodyOf, definition } from '../case.js';

const T = 'description';

/** A definition with the given lines where the description belongs, listed as the given text if it is taken. */
function described(name: string, yaml: string, as?: string) {
  const id = `${T}-${name}`;
  const text = `---\nname: ${id}\n${yaml === '' ? '' : `${yaml}\n`}---\n${bodyOf(id)}\n`;
  return definition(
    T,
    name,
    text,
    as === undefined ? {} : { subject: 'the description', observe: { kind: 'described', as } },
  );
}

const LONG = 'Reads much. '.repeat(500).trim();

export const descriptionCases = [
  described('plain', 'description: Reads code.', 'Reads code.'),
  described('missing', ''),
  described('null', 'description:'),
  described('empty', "description: ''"),
  described('blank', "description: '  '"),
  described('number', 'description: 5'),
  described('boolean', 'description: true'),
  described('list', 'description: [Reads, code]'),
  described('mapping', 'description: { use: code }'),
  described('date', 'description: 2026-01-31'),
  described('quoted', 'description: "Reads: all of it."', 'Reads: all of it.'),
  described('colon-in-plain', 'description: Use this: when needed', 'Use this: when needed'),
  described('hash-in-plain', 'description: Reads C # and more', 'Reads C'),
  described('folded', 'description: >\n  Reads\n  code.', 'Reads code.'),
  described('literal', 'description: |\n  Reads\n  code.', 'Reads\ncode.'),
  described('backslash-n', 'description: Reads\\ncode.', 'Reads\ncode.'),
  described('plain-over-lines', 'description: Reads\n  code.', 'Reads code.'),
  described('6000-characters', `description: ${LONG}`, LONG),
  described('key-upper-case', 'Description: Reads code.'),
  described('unicode', 'description: Liest Code – 読む 🚀', 'Liest Code – 読む 🚀'),
];
