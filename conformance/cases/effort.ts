import { type Details, EMPTY, field } from '../case.js';

const T = 'effort';

/** The agent's requests are to ask for this effort. */
const effort = (name: string, yaml: string, is: string, details: Details = {}) =>
  field(T, name, yaml, { kind: 'effort', is }, details);

/** A session whose own effort is another one than that of the case. */
const high = { alone: true, files: { '.claude/settings.json': JSON.stringify({ effortLevel: 'high' }) } };

const NUMBER = 'The client takes whole numbers without a word and then sends no effort at all.';

/** A value that the client reads as a number. */
const number = (name: string, yaml: string, is: string) => effort(name, yaml, is, { judgement: NUMBER });

export const effortCases = [
  effort('low', 'effort: low', 'low'),
  effort('medium', 'effort: medium', 'medium', high),
  effort('high', 'effort: high', 'high'),
  effort('xhigh', 'effort: xhigh', 'xhigh'),
  effort('max', 'effort: max', 'max'),
  effort('mixed-case', 'effort: Low', 'low'),
  effort('with-blanks', "effort: ' low '", 'low'),
  effort('quoted', 'effort: "low"', 'low'),
  effort('minimal', 'effort: minimal', 'minimal'),
  effort('extreme', 'effort: extreme', 'extreme'),
  effort('none', 'effort: none', 'none'),
  effort('auto', 'effort: auto', 'auto'),
  number('number', 'effort: 42', '42'),
  number('number-50', 'effort: 50', '50'),
  number('number-100', 'effort: 100', '100'),
  number('quoted-number', "effort: '42'", '42'),
  number('zero', 'effort: 0', '0'),
  number('negative', 'effort: -1', '-1'),
  number('fraction', 'effort: 1.5', '1.5'),
  number('number-with-unit', 'effort: 50 tokens', '50'),
  effort('boolean', 'effort: true', 'true'),
  effort('list', 'effort: [low]', 'low'),
  effort('mapping', 'effort: { level: low }', 'low'),
  effort('null', 'effort:', 'inherit', { subject: "effort: nothing (the session's)" }),
  effort('empty', "effort: ''", 'inherit', { subject: "effort: nothing (the session's)", judgement: EMPTY }),
];
