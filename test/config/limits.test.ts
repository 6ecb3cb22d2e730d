import { expect, test } from 'vitest';
import { CONFIG, HELPER, run, UNKNOWN_TOOL } from './run.js';

const TWO = { '.claude/agents/b.md': '---\nname: b\ndescription: Helps.\ntools: []\n---\n\nYou help.\n' };
const STRICT = expect.stringMatching(/^Failed: 1 warnings?, and --strict allows none\.\n$/);
const tooMany = (count: number, limit: number) =>
  expect.stringMatching(`^Failed: ${count} warnings?, and at most ${limit} are allowed\\.\n$`);

test.each<[string, string[], Record<string, string>, number, string]>([
  ['warnings pass by themselves', [], {}, 0, ''],
  ['--strict fails on a warning', ['--strict'], {}, 1, STRICT],
  ['--strict passes notes', ['--strict', '--rule', 'agent-tools-empty=info'], {}, 0, ''],
  ['--strict passes what is turned off', ['--strict', '--rule', 'agent-tools-empty=off'], {}, 0, ''],
  ['--strict fails whatever --max-warnings allows', ['--strict', '--max-warnings', '9'], {}, 1, STRICT],
  ['--max-warnings passes as many', ['--max-warnings', '2'], TWO, 0, ''],
  ['--max-warnings fails on one more', ['--max-warnings', '1'], TWO, 1, tooMany(2, 1)],
  ['--max-warnings 0 fails on the first', ['--max-warnings', '0'], {}, 1, tooMany(1, 0)],
  ['the last --max-warnings counts', ['--max-warnings', '0', '--max-warnings', '1'], {}, 0, ''],
  ['"strict" of the configuration fails', [], { [CONFIG]: '{ "strict": true }' }, 1, STRICT],
  ['"maxWarnings" of the configuration fails', [], { [CONFIG]: '{ "maxWarnings": 0 }' }, 1, tooMany(1, 0)],
  ['--strict wins over the configuration', ['--strict'], { [CONFIG]: '{ "strict": false }' }, 1, STRICT],
  ['--max-warnings wins over the configuration', ['--max-warnings', '1'], { [CONFIG]: '{ "maxWarnings": 0 }' }, 0, ''],
  ['an error fails, and the report alone says so', ['--strict'], { [HELPER]: UNKNOWN_TOOL }, 1, ''],
])('%s', async (_, args, files, code, said) => {
  const { exitCode, stderr } = await run(args, files);
  expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: said });
});

test.each(['text', 'json', 'sarif', 'github'])(
  'the reason of a failure leaves the %s report as it is',
  async (format) => {
    const [plain, strict] = await Promise.all([run(['--format', format]), run(['--format', format, '--strict'])]);
    expect(strict.stdout).toBe(plain.stdout);
    expect(strict.stderr).toEqual(STRICT);
  },
);

test.each(['x', '-1', '1.5', '', ' 1', '1e3', '9999999999'])(
  '--max-warnings %j is refused with what to write',
  async (count) => {
    const { exitCode, stdout, stderr } = await run([`--max-warnings=${count}`]);
    expect(stderr).toBe(
      `error: "${count}" is no number of warnings.\n  Write --max-warnings 10: a whole number from 0.\n`,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  },
);

test('one warning is not "1 warnings"', async () => {
  expect((await run(['--strict'])).stderr).toContain('1 warning,');
});
