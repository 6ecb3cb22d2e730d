import { expect, test } from 'vitest';
import { expandVariables } from '../../src/doctor/expand-variables.js';

/** Written so that nothing takes it for a template of this file. */
const variable = (content: string) => `\u0024{${content}}`;

test.each([
  ['a variable', variable('HERE'), 'here', []],
  ['two in one text', `${variable('HERE')}/${variable('HERE')}`, 'here/here', []],
  ['a default that is needed', variable('GONE:-there'), 'there', []],
  ['a default that is not needed', variable('HERE:-there'), 'here', []],
  ['an empty default', variable('GONE:-'), '', []],
  ['a variable that is set to nothing', variable('NOTHING:-there'), '', []],
  ['a variable that is not set', `x${variable('GONE')}`, `x${variable('GONE')}`, ['GONE']],
  ['a variable without braces', '$HERE', '$HERE', []],
])('%s', (_, text, value, unset) => {
  expect(expandVariables(text, { HERE: 'here', NOTHING: '' })).toEqual({ value, unset });
});

test('texts are found at any depth, other values stay, and a name is told once', () => {
  const config = { args: ['a', variable('GONE'), 1], env: { A: variable('GONE'), B: null } };
  expect(expandVariables(config, {})).toEqual({ value: config, unset: ['GONE'] });
});
