import { type Details, EMPTY, field } from '../case.js';

const T = 'background';

/** Whether the agent is to run behind the session's back. */
const background = (name: string, yaml: string, is: boolean, details: Details = {}) =>
  field(T, name, yaml, { kind: 'background', is }, details);

export const backgroundCases = [
  background('missing', '', false),
  background('true', 'background: true', true),
  background('quoted-true', "background: 'true'", true),
  background('upper-case-true', 'background: TRUE', true),
  background('capital-true', 'background: True', true),
  background('quoted-upper-case-true', "background: 'TRUE'", true),
  background('yes', 'background: yes', true),
  background('on', 'background: on', true),
  background('one', 'background: 1', true),
  background('maybe', 'background: maybe', true),
  background('list', 'background: [true]', true),
  background('mapping', 'background: { run: true }', true),
  background('false', 'background: false', false),
  background('quoted-false', "background: 'false'", false),
  background('no', 'background: no', true),
  background('null', 'background:', false),
  background('empty', "background: ''", false, { judgement: EMPTY }),
];
