import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, type HookEntry, SETTINGS_PATH } from '../../../src/install/entries/entry.js';
import { type EntriesInput, planEachEntry, planEntries } from '../../../src/install/entries/plan-entries.js';
import type { RecordedEntry } from '../../../src/install/manifest.js';
import { settingsTexts } from './arbitrary-settings.js';

const entry = (event: string, name: string, timeout = 10): HookEntry => ({
  kind: 'hook',
  event,
  hook: { type: 'command', command: `"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/${name}.sh`, timeout },
});
const START = entry('SubagentStart', 'start');
const PROMPT = entry('UserPromptSubmit', 'prompt');

/** What a version that wants these entries makes of what an earlier one left. */
function plan(desired: Entry[], text: string | undefined, recorded: RecordedEntry[] = [], force = false) {
  const actual = text === undefined ? ({ kind: 'absent' } as const) : ({ kind: 'text', text, mode: 0o644 } as const);
  const uninstalls = desired.length === 0;
  const { operations, entries } = planEntries({ file: SETTINGS_PATH, desired, recorded, actual, force, uninstalls });
  const [change] = operations.flatMap(({ changes }) => changes);
  const result = change?.kind === 'write' ? String(change.content) : change?.kind === 'remove' ? undefined : text;
  return {
    operations: operations.map(({ kind, reason }) => `${kind}: ${reason}`),
    registrations: entries,
    text: result,
  };
}

test('a version with another timeout brings its entry up to date, and what was made is still taken out', () => {
  const first = plan([START], '{}');
  const second = plan([entry('SubagentStart', 'start', 20)], first.text, first.registrations);
  expect(second.operations).toEqual(['merge: our hooks are brought up to date']);
  expect(second.text).toBe(first.text?.replace('10', '20'));
  expect(second.registrations).toMatchObject([{ hook: { timeout: 20 }, made: ['key', 'list'] }]);
  expect(plan([], second.text, second.registrations).text).toBe('{}');
});

test('an entry that the user edited stays his when a version brings another timeout, which he is told once', () => {
  const first = plan([START], '{}');
  const edited = first.text?.replace('10', '99');
  const second = plan([entry('SubagentStart', 'start', 20)], edited, first.registrations, true);
  expect(second.operations).toEqual([
    expect.stringMatching(/^conflict: you changed the SubagentStart hook, and so did.*20}$/),
  ]);
  expect(second.text).toBe(edited);
  const third = plan([entry('SubagentStart', 'start', 20)], edited, second.registrations);
  expect(third).toMatchObject({ operations: ['keep: you changed the SubagentStart hook'], text: edited });
  expect(plan([], '{}', third.registrations)).toMatchObject({ text: '{}' });
});

test('a version with one entry more adds it beside the first; one with fewer takes it out again', () => {
  const first = plan([START], undefined);
  const second = plan([START, PROMPT], first.text, first.registrations);
  expect(second.operations).toEqual(['merge: our hooks are added']);
  expect(plan([START], second.text, second.registrations)).toMatchObject({
    text: first.text,
    operations: ['merge: our hooks are taken out'],
  });
});

test.each([
  ['another event', PROMPT],
  ['the same event', entry('SubagentStart', 'other')],
])('an entry of %s takes over what an entry made that goes before it', (_, other) => {
  const first = plan([START, other], undefined);
  const second = plan([other], first.text, first.registrations);
  expect(second.text).not.toContain('start.sh');
  expect(plan([], second.text, second.registrations)).toMatchObject({
    text: undefined,
    operations: ['remove: it held nothing but our hooks'],
  });
});

test('two entries of one event do not take each other for a replacement', () => {
  const other = entry('SubagentStart', 'other');
  const first = plan([START, other], '{}');
  const { hooks } = JSON.parse(first.text ?? '');
  const text = JSON.stringify({ hooks: { SubagentStart: [hooks.SubagentStart[1]] } });
  expect(plan([START, other], text, first.registrations)).toMatchObject({
    operations: ['keep: you deleted the SubagentStart hook'],
    text,
  });
});

test('with --force an entry comes back whose place something else has taken', () => {
  const first = plan([START], '{}');
  const text = first.text?.replace('start.sh', 'mine.sh');
  expect(plan([START], text, first.registrations).operations).toEqual([
    'keep: you put another SubagentStart hook in the place of ours',
  ]);
  const forced = plan([START], text, first.registrations, true);
  expect(forced.operations).toEqual(['merge: our hooks are added']);
  expect(plan([], forced.text, forced.registrations).text).toBe(text);
});

test('who registers nothing and recorded nothing does not look at the settings', () => {
  const actual = { kind: 'text', text: 'not JSON', mode: 0o644 } as const;
  const result = planEntries({
    file: SETTINGS_PATH,
    desired: [],
    recorded: [],
    actual,
    force: false,
    uninstalls: true,
  });
  expect(result).toEqual({ operations: [], entries: [], stopped: false });
});

test('a fault stops the plan and leaves what is recorded', () => {
  const { registrations: recorded } = plan([START], '{}');
  const actual = { kind: 'text', text: '{', mode: 0o644 } as const;
  const file: typeof SETTINGS_PATH = SETTINGS_PATH;
  const input = { file, desired: [START], recorded, actual, force: true, uninstalls: false };
  const reason = '1:2: it is not JSON: close brace expected';
  const operations = [{ kind: 'conflict', path: SETTINGS_PATH, reason, changes: [] }];
  expect(planEntries(input)).toEqual({ operations, entries: recorded, stopped: true });
});

test('whatever a file holds, and whatever was recorded, the short way to "nothing to do" says what the long one does', () => {
  const versions = [[START], [START, PROMPT], [entry('SubagentStart', 'start', 20), PROMPT]];
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(
      settingsTexts(JSON.stringify({ hooks: [START.hook] })),
      fc.constantFrom(...versions),
      fc.constantFrom(...versions),
      fc.option(fc.tuple(fc.nat(400), fc.constantFrom('', ' ', ',', '"', '9', '// x\n', '{}'))),
      fc.boolean(),
      (theirs, before, desired, edit, force) => {
        const first = plan(before, theirs);
        const [at, inserted] = edit ?? [0, ''];
        const text = `${first.text?.slice(0, at) ?? ''}${inserted}${first.text?.slice(at) ?? ''}`;
        const actual = { kind: 'text' as const, text, mode: 0o644 };
        const input: EntriesInput = {
          file: SETTINGS_PATH,
          desired,
          recorded: first.registrations,
          actual,
          force,
          uninstalls: false,
        };
        const planned = planEntries(input);
        expect(planned).toEqual(planEachEntry(input));
        verdicts.add(planned.operations[0]?.kind ?? '');
      },
    ),
    { numRuns: 1_000 },
  );
  expect(verdicts).toContain('unchanged');
  expect(verdicts.size).toBeGreaterThan(2);
});
