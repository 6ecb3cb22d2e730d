import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, RULE_IDS, severityOf } from '../../src/validate/rules/catalogue.js';
import { cli } from '../support/cli.js';

const root = path.resolve(import.meta.dirname, '../..');
const explain = (...args: string[]) => cli(['explain', ...args], { cwd: tmpdir() });

test('"explain" lists every rule once, in order, with its severity and effect', async () => {
  const { exitCode, stdout, stderr } = await explain();
  const lines = stdout.split('\n');
  const rows = lines.slice(0, -2).map((line) => line.split(/ {2,}/));
  expect(rows).toEqual(RULE_IDS.toSorted().map((id) => [id, severityOf(id), catalogue[id].effect]));
  expect(lines.slice(-2)).toEqual([`${RULE_IDS.length} rules; "explain <rule>" prints the page of one.`, '']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

test('the columns of the list stand below one another', async () => {
  const lines = (await explain()).stdout.split('\n').slice(0, -2);
  expect(new Set(lines.map((line) => line.search(/ (?:error|warning|info) /))).size).toBe(1);
});

test.each(['agent-name', 'hook-script-crlf', 'suppression-unused'])('"explain %s" prints its page', async (rule) => {
  const { exitCode, stdout, stderr } = await explain(rule);
  expect(stdout).toBe(await readFile(path.join(root, `docs/rules/${rule}.md`), 'utf8'));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

test.each([
  ['agent-nam', '; did you mean "agent-name"?'],
  ['Agent-Name', '; did you mean "agent-name"?'],
  ['hook-script-clrf', '; did you mean "hook-script-crlf"?'],
  ['zzzzzzzzzz', '.'],
  ['', '.'],
  ['../README', '.'],
  ['constructor', '.'],
  ['x'.repeat(5000), '.'],
])('"explain %s" is refused with the nearest rule, if there is one', async (rule, hint) => {
  const { exitCode, stdout, stderr } = await explain(rule);
  expect(stderr).toBe(`error: There is no rule "${rule}"${hint}\n  Run "explain" without a rule for the list.\n`);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});

test('more than one rule is refused', async () => {
  const { exitCode, stdout } = await explain('agent-name', 'hook-if');
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});
