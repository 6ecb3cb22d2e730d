import { type Details, field } from '../case.js';

const T = 'model';

/** The agent's requests are to ask for this model. */
const model = (name: string, yaml: string, is: string, details: Details = {}) =>
  field(T, name, yaml, { kind: 'model', is }, details);

/** A session whose own model is another one than that of the case. */
const onHaiku = { args: ['--model', 'haiku'] };

export const modelCases = [
  model('missing', '', 'inherit'),
  model('inherit', 'model: inherit', 'inherit'),
  model('inherit-upper-case', 'model: INHERIT', 'inherit'),
  model('haiku', 'model: haiku', 'haiku'),
  model('sonnet', 'model: sonnet', 'sonnet'),
  model('opus', 'model: opus', 'opus', onHaiku),
  model('alias-upper-case', 'model: Haiku', 'haiku'),
  model('alias-with-blanks', "model: '  haiku '", 'haiku'),
  model('full-id', 'model: claude-haiku-4-5-20251001', 'haiku'),
  model('one-million-context', "model: 'sonnet[1m]'", 'sonnet'),
  model('unknown-text', 'model: gpt-9', 'gpt-9'),
  model('misspelt-alias', 'model: hiaku', 'hiaku'),
  model('null', 'model:', 'inherit'),
  model('empty', "model: ''", 'inherit'),
  model('blank', "model: '  '", 'inherit'),
  model('number', 'model: 4', '4'),
  model('boolean', 'model: true', 'true'),
  model('list', 'model: [haiku]', 'haiku'),
  model('mapping', 'model: { name: haiku }', 'haiku'),
  model('date', 'model: 2026-01-31', '2026-01-31'),
];
