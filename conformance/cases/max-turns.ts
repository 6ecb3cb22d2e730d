import { type Details, EMPTY, field } from '../case.js';

const T = 'max-turns';

/** The agent, which would take six turns, is to be given this many. */
const turns = (name: string, yaml: string, are: number, details: Details = {}) =>
  field(T, name, yaml, { kind: 'turns', are }, { conduct: 'reads on', ...details });

export const maxTurnsCases = [
  turns('missing', '', 6),
  turns('one', 'maxTurns: 1', 1),
  turns('two', 'maxTurns: 2', 2),
  turns('quoted', "maxTurns: '2'", 2),
  turns('quoted-with-blanks', "maxTurns: ' 2 '", 2),
  turns('octal', 'maxTurns: 0o2', 2),
  turns('hexadecimal', 'maxTurns: 0x2', 2),
  turns('underscore', 'maxTurns: 0_2', 2),
  turns('whole-fraction', 'maxTurns: 2.0', 2),
  turns('exponent', 'maxTurns: 2e0', 2),
  turns('quoted-exponent', "maxTurns: '2e0'", 2),
  turns('quoted-fraction', "maxTurns: '2.5'", 2),
  turns('with-unit', 'maxTurns: 2 turns', 2),
  turns('plus-sign', "maxTurns: '+2'", 2),
  turns('zero', 'maxTurns: 0', 0),
  turns('negative', 'maxTurns: -2', 2),
  turns('fraction', 'maxTurns: 2.5', 2),
  turns('text', 'maxTurns: two', 2),
  turns('boolean', 'maxTurns: true', 1),
  turns('list', 'maxTurns: [2]', 2),
  turns('mapping', 'maxTurns: { turns: 2 }', 2),
  turns('infinity', 'maxTurns: .inf', Number.POSITIVE_INFINITY),
  turns('null', 'maxTurns:', 6),
  turns('empty', "maxTurns: ''", 6, { judgement: EMPTY }),
  turns('snake-case', 'max_turns: 2', 2),
];
