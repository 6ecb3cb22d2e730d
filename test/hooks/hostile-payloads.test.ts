import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatResult } from '../../src/hooks/result.js';
import { runHook as runHookFunction } from '../../src/hooks/run-hook.js';
import { snapshot } from '../support/repository.js';
import { AGENT, fenced, installedRepository, REPORT, runHook } from './installed-hook.js';

const HOOKS = ['output-validator', 'context-publisher', 'handoff-preparer', 'agent-start', 'boundary-guard'] as const;

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    '\0',
    '\ud800',
    '\udfff\ud800',
    '../../../../etc/passwd',
    '/etc/cron.d/x',
    'C:\\Windows',
    '~/.ssh',
    '',
  ),
);

const message = fc.oneof(
  text,
  fc.anything().map((value) => fenced(value)),
  fc.jsonValue().map((value) => fenced({ ...REPORT, extra: value })),
  text.map((feature) => fenced({ ...REPORT, feature })),
  text.map((decision) => fenced({ ...REPORT, decisions: [decision, { decision, reason: decision }, 7, null] })),
  fc.constantFrom(
    `\`\`\`json\n${deep(100_000)}\n\`\`\``,
    fenced(REPORT).replace('"orders"', deep(10_000)),
    '```json\n'.repeat(5_000),
    fenced(REPORT).replace('orders', '__proto__'),
    fenced(REPORT).replace('"feature"', '"__proto__":{"x":1},"feature"'),
  ),
);

const anyField = fc.oneof(fc.jsonValue(), text);

const payload = fc.record(
  {
    agent_type: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(AGENT, `plugin:${AGENT}`) },
      { weight: 1, arbitrary: anyField },
    ),
    agent_id: anyField,
    session_id: anyField,
    prompt_id: anyField,
    cwd: anyField,
    last_assistant_message: fc.oneof({ weight: 8, arbitrary: message }, { weight: 1, arbitrary: anyField }),
    stop_hook_active: fc.oneof(fc.boolean(), anyField),
    agent_transcript_path: fc.oneof(anyField, fc.constantFrom('/dev/null', '/', '/proc/self/environ')),
    tool_name: fc.oneof(fc.constantFrom('Write', 'Edit', 'MultiEdit', 'NotebookEdit'), anyField),
    tool_input: fc.oneof(
      fc.record(
        { file_path: anyField, content: anyField, new_string: anyField, edits: anyField },
        { requiredKeys: [] },
      ),
      anyField,
    ),
  },
  { requiredKeys: [] },
);

const stdin = fc.oneof(
  { weight: 20, arbitrary: payload.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: text },
);

describe.skipIf(process.platform === 'win32')('whatever a payload holds', () => {
  test('10,000 payloads: no hook throws, each answers as the client reads it, nothing is written outside the context', async () => {
    const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'hostile-')));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const project = path.join(parent, 'project');
    await mkdir(path.join(project, '.claude'), { recursive: true });
    const agentsFolder = path.resolve(import.meta.dirname, '../../agents');
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(stdin, fc.constantFrom(...HOOKS), async (input, name) => {
        // A fresh project now and then, so that the state does not grow without end.
        const projectDir = path.join(project, String(Math.floor(serial++ / 50)));
        const result = await runHookFunction({
          name,
          stdin: input,
          agentsFolder,
          projectDir,
          env: {},
          now: new Date(),
          openPage: () => ({}),
        });
        const output = formatResult(result);
        if (output !== '') expect(JSON.parse(output)).toBeTypeOf('object');
        if (result.kind === 'tell-user') expect(result.message).not.toMatch(/call stack|undefined|is not a function/i);
      }),
      { numRuns: 10_000 },
    );
    const written = Object.keys(await snapshot(parent)).filter((file) => !/^project\/(\.claude\/|\d+\/)?$/.test(file));
    expect(written.filter((file) => !/^project\/\d+\/\.claude\/(context\/.*)?$/.test(file))).toEqual([]);
    expect(written.length).toBeGreaterThan(100);
  }, 300_000);

  test('300 payloads given to the installed scripts: exit code 0, one JSON line or none, nothing on stderr', async () => {
    const repository = await installedRepository();
    const before = Object.keys(await snapshot(path.join(repository, '..')));
    const samples = fc.sample(fc.tuple(stdin, fc.constantFrom(...HOOKS)), { numRuns: 300, seed: 20 });
    const worker = async () => {
      for (let next = samples.pop(); next; next = samples.pop()) {
        const [input, hook] = next;
        const { exitCode, stdout, stderr } = await runHook(repository, hook, input);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
        if (stdout !== '') expect(JSON.parse(stdout)).toBeTypeOf('object');
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
    const after = Object.keys(await snapshot(path.join(repository, '..')));
    expect(after.filter((file) => !before.includes(file) && !file.startsWith('my project/.claude/context/'))).toEqual(
      [],
    );
  }, 300_000);

  test('a message of 10 MB is judged like any other', async () => {
    const repository = await installedRepository();
    const filler = 'x '.repeat(5_000_000);
    for (const hook of ['output-validator', 'context-publisher', 'handoff-preparer'] as const) {
      const stop = { last_assistant_message: `${filler}\n${fenced(REPORT)}` };
      expect(await runHook(repository, hook, stop)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    }
    const { stdout } = await runHook(repository, 'output-validator', {
      last_assistant_message: `${filler}\`\`\`json\n{`,
    });
    expect(JSON.parse(stdout).decision).toBe('block');
  });
});
