import { describe, expect, test } from 'vitest';
import { CONFIG, EMPTY_TOOLS, findings, run } from './run.js';

const at = (severity: string, file = '.claude/agents/helper.md') => `${severity} agent-tools-empty ${file}:4:1`;
const rule = (level: string) => ['--rule', `agent-tools-empty=${level}`];
const rules = (level: string) => ({ 'agent-tools-empty': level });
const override = (glob: string, level: string) => ({ files: [glob], rules: rules(level) });

test.each<[string, string[], object | undefined, string[]]>([
  ['the effect decides where nothing is configured', [], undefined, [at('warning')]],
  ['--rule makes a warning an error', rule('error'), undefined, [at('error')]],
  ['--rule makes a warning a note', rule('info'), undefined, [at('info')]],
  ['--rule turns a rule off', rule('off'), undefined, []],
  ['--rule leaves other rules alone', ['--rule', 'agent-name=off'], undefined, [at('warning')]],
  ['the last --rule for one rule counts', [...rule('off'), ...rule('error')], undefined, [at('error')]],
  ['"rules" change a level', [], { rules: rules('error') }, [at('error')]],
  ['"rules" turn a rule off', [], { rules: rules('off') }, []],
  ['--rule wins over "rules"', rule('error'), { rules: rules('off') }, [at('error')]],
  ['an override wins over "rules"', [], { rules: rules('off'), overrides: [override('**', 'info')] }, [at('info')]],
  ['--rule wins over an override', rule('error'), { overrides: [override('**', 'off')] }, [at('error')]],
  [
    'a later override wins over an earlier one',
    [],
    { overrides: [override('**', 'off'), override('.claude/**', 'error')] },
    [at('error')],
  ],
  [
    'a later override that does not match counts for nothing',
    [],
    { overrides: [override('**', 'info'), override('src/**', 'error')] },
    [at('info')],
  ],
  [
    'a later override about another rule counts for nothing',
    [],
    { overrides: [override('**', 'info'), { files: ['**'], rules: { 'agent-name': 'off' } }] },
    [at('info')],
  ],
  ['--no-config leaves the configuration unread', ['--no-config'], { rules: rules('off') }, [at('warning')]],
  ['--rule counts without a configuration, too', ['--no-config', ...rule('error')], { strict: true }, [at('error')]],
  ['an empty configuration changes nothing', [], {}, [at('warning')]],
])('%s', async (_, args, config, expected) => {
  expect(await findings(args, config ? { [CONFIG]: JSON.stringify(config) } : {})).toEqual(expected);
});

describe('globs are relative to the folder of the configuration', () => {
  const FILES = { '.claude/agents/sub/b.md': EMPTY_TOOLS.replace('helper', 'b'), 'src/.keep': '' };
  const [a, b] = ['.claude/agents/helper.md', '.claude/agents/sub/b.md'];

  test.each<[string, object, string, string[]]>([
    ['"ignore" leaves a file out', { ignore: [b] }, '.', [at('warning', a)]],
    ['"ignore" leaves a folder out', { ignore: ['.claude/agents/sub/**'] }, '.', [at('warning', a)]],
    ['"ignore" takes dots for any character', { ignore: ['**/*.md'] }, '.', []],
    ['"ignore" with several globs', { ignore: ['nothing', b] }, '.', [at('warning', a)]],
    ['"ignore" that matches nothing', { ignore: ['agents/**'] }, '.', [at('warning', a), at('warning', b)]],
    ['"ignore" from a folder below', { ignore: [b] }, 'src', [at('warning', `../${a}`)]],
    ['an override for one file', { overrides: [override(b, 'error')] }, '.', [at('warning', a), at('error', b)]],
    [
      'an override from a folder below',
      { overrides: [override('.claude/agents/sub/*', 'error')] },
      'src',
      [at('warning', `../${a}`), at('error', `../${b}`)],
    ],
  ])('%s', async (_, config, from, expected) => {
    const files = { ...FILES, [CONFIG]: JSON.stringify(config) };
    expect(await findings(from === '.' ? [] : ['..'], files, from)).toEqual(expected);
  });

  test('a file that is left out does not count as checked', async () => {
    const { exitCode, stdout } = await run([], { [CONFIG]: '{ "ignore": ["**"] }' });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '0 files checked: 0 errors, 0 warnings\n' });
  });
});

const WRITE = 'Write --rule <id>=<level>; the ids stand in the report, and "explain" lists them.';
const ALLOWED = 'Allowed: error, warning, info, off.';

describe('a --rule that there is not is refused with what there is', () => {
  test.each([
    ['agent-tools-empt=off', 'There is no rule "agent-tools-empt"; did you mean "agent-tools-empty"?', WRITE],
    ['AGENT-TOOLS-EMPTY=off', 'There is no rule "AGENT-TOOLS-EMPTY"; did you mean "agent-tools-empty"?', WRITE],
    ['zzzzzzzzzzzz=off', 'There is no rule "zzzzzzzzzzzz".', WRITE],
    ['toString=off', 'There is no rule "toString".', WRITE],
    ['=off', 'There is no rule "".', WRITE],
    ['agent-tools-empty', '"" is no level for "agent-tools-empty".', ALLOWED],
    ['agent-tools-empty=', '"" is no level for "agent-tools-empty".', ALLOWED],
    ['agent-tools-empty=loud', '"loud" is no level for "agent-tools-empty".', ALLOWED],
  ])('%s', async (value, message, help) => {
    const { exitCode, stdout, stderr } = await run(['--rule', value]);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error: ${message}\n  ${help}\n`,
    });
  });

  test('agent-tools-empty=off=error', async () => {
    expect((await run(['--rule', 'agent-tools-empty=off=error'])).exitCode).toBe(2);
  });
});
