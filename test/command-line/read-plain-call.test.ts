import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askCommander } from '../../src/command-line/ask-commander.js';
import { type Command, optionName } from '../../src/command-line/command.js';
import { COMMANDS } from '../../src/command-line/commands.js';
import { readPlainCall } from '../../src/command-line/read-plain-call.js';
import type { Environment } from '../../src/streams.js';

/** Every command with the words that name it. */
const NAMED: { named: string[]; command: Command }[] = [...COMMANDS.values()].flatMap((describe) => {
  const described = describe();
  if (!('commands' in described)) return [{ named: [described.name], command: described }];
  const [first] = described.commands;
  return [
    { named: [described.name], command: first },
    ...described.commands.map((command) => ({ named: [described.name, command.name], command })),
  ];
});

/** What commander makes of it, and what it prints. */
function ask(argv: readonly string[]) {
  const printed: unknown[] = [];
  const output = { write: (content: unknown) => printed.push(content) };
  const environment = { argv, version: '1.0.0', stdout: output, stderr: output } as unknown as Environment;
  return { call: askCommander(COMMANDS, environment), printed };
}

function summarize(call: ReturnType<typeof readPlainCall> | number) {
  return typeof call === 'object' ? { name: call.command.name, words: call.words, options: call.options } : call;
}

const ODD = [
  '',
  '-',
  '--',
  '-x',
  '-y',
  '--yes',
  '--help',
  '-V',
  '--version',
  '--no',
  '--format=json',
  'list',
  'help',
  '-1',
];

/** Calls of one command: options of its own with values that fit, and now and then anything. */
const calls = fc.constantFrom(...NAMED).chain(({ named, command }) => {
  const options = (command.options ?? []).flatMap(({ flag, short, value, choices }) =>
    [flag, ...(short ? [short] : [])].map((written) =>
      value === undefined
        ? fc.constant([written])
        : fc.constantFrom(...(choices ?? ['some', '2.1.330', 'a=off'])).map((given) => [written, given]),
    ),
  );
  const words = fc.constantFrom('dir', 'a b', 'x.md', ...(command.options ?? []).map(({ flag }) => flag));
  const piece = fc.oneof(
    { weight: 4, arbitrary: options.length > 0 ? fc.oneof(...options) : words.map((word) => [word]) },
    { weight: 2, arbitrary: words.map((word) => [word]) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD).map((word) => [word]) },
  );
  return fc.array(piece, { maxLength: 5 }).map((pieces) => [...named, ...pieces.flat()]);
});

test('what is read without commander is what commander reads', () => {
  const read = { plainly: 0, otherwise: 0 };
  fc.assert(
    fc.property(calls, (argv) => {
      const call = readPlainCall(COMMANDS, argv);
      read[call ? 'plainly' : 'otherwise'] += 1;
      if (!call) return;
      const { call: asked, printed } = ask(argv);
      expect({ call: summarize(call), printed }).toEqual({ call: summarize(asked), printed: [] });
    }),
    { numRuns: 3000 },
  );
  expect(read.plainly).toBeGreaterThan(500);
  expect(read.otherwise).toBeGreaterThan(500);
});

describe('commander is not asked', () => {
  test.each([
    [['validate']],
    [['validate', '.claude', 'agents/a.md', '--format', 'sarif', '--strict']],
    [['validate', '--rule', 'agent-name=off', '--rule', 'agent-color=error', '--no-config', '--no-cache']],
    [['install', '--yes', '--skills', 'all', '--no-mcp', '--backend-root', 'my api', 'repo']],
    [['install', '-y', '--mcp']],
    [['status', '--cost']],
    [['route', 'design an API', '--explain']],
    [['handoffs']],
    [['handoffs', '--all']],
    [['handoffs', 'close', 'a', 'b', '--dir', 'repo']],
  ])('for %j', (argv) => {
    const call = readPlainCall(COMMANDS, argv);
    expect(summarize(call as never)).toEqual(summarize(ask(argv).call));
    expect(call?.command.run).toBeTypeOf('function');
  });
});

describe('commander is asked', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['instal']],
    ['help', ['--help']],
    ['the help of a command', ['validate', '--help']],
    ['an unknown option', ['install', '--forse']],
    ['a value that is none of the choices', ['validate', '--format', 'xml']],
    ['an option without its value', ['validate', '--config']],
    ['an option where a value belongs', ['validate', '--config', '--strict']],
    ['too many words', ['install', 'a', 'b']],
    ['too few words', ['route']],
    ['a word that is no command of the group', ['handoffs', 'lst']],
    ['what comes after --', ['validate', '--', '-odd.md']],
    ['a value behind =', ['validate', '--format=json']],
  ])('for %s', (_, argv) => {
    expect(readPlainCall(COMMANDS, argv)).toBeUndefined();
  });
});

test('no two options of a command have one name, unless one is the other negated', () => {
  for (const { command } of NAMED) {
    const flags = (command.options ?? []).map(({ flag }) => flag);
    const names = new Set(
      (command.options ?? []).map((option) => `${optionName(option)} ${option.flag.startsWith('--no-')}`),
    );
    expect(names.size, command.name).toBe(flags.length);
  }
});
