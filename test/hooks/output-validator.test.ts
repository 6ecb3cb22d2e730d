import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../support/repository.js';
import { AGENT, fenced, installedRepository, REPORT, runHook } from './installed-hook.js';

describe.skipIf(process.platform === 'win32')('output-validator', () => {
  test('a report in the shape of the Output Format passes in silence', async () => {
    const result = await runHook(await installedRepository(), 'output-validator', {
      last_assistant_message: fenced(REPORT),
    });
    expect(result).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['no message text', '', 'The message has no fenced json block.'],
    ['no report', 'All done.', 'The message has no fenced json block.'],
    ['broken JSON', '```json\n{"feature": }\n```', 'The last fenced json block is not valid JSON'],
    ['a missing key', fenced({ ...REPORT, feature: undefined }), '/feature: expected a string such as'],
    [
      'a wrong type deep inside',
      fenced({ ...REPORT, endpoints_created: [{ ...REPORT.endpoints_created[0], rate_limit: 100 }] }),
      '/endpoints_created/0/rate_limit: expected a rate limit of the form N/unit such as "10/min" or null, found 100',
    ],
    [
      'a method that is none',
      fenced({ ...REPORT, endpoints_created: [{ ...REPORT.endpoints_created[0], method: 'FETCH' }] }),
      '/endpoints_created/0/method: expected an HTTP method in capitals such as "POST" or null, found "FETCH"',
    ],
    [
      'a path without its slash',
      fenced({ ...REPORT, endpoints_created: [{ ...REPORT.endpoints_created[0], path: 'orders' }] }),
      '/endpoints_created/0/path: expected a path that starts with "/"',
    ],
    ['a list', fenced([REPORT]), '(whole report): expected an object with "feature"'],
  ])('%s is sent back with the exact reason and the demand for the whole report', async (_, message, reason) => {
    const result = await runHook(await installedRepository(), 'output-validator', { last_assistant_message: message });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    const output = JSON.parse(result.stdout);
    expect(output.decision).toBe('block');
    expect(output.reason).toContain(reason);
    expect(output.reason).toContain('State the whole report again.');
    expect(output.reason).toContain('"endpoints_created"');
  });

  test('a report is sent back twice at most in one run; then the user is told once', async () => {
    const repository = await installedRepository();
    const stop = (stop_hook_active: boolean) => ({ last_assistant_message: 'Nothing.', stop_hook_active });
    const outputs = [];
    for (const active of [false, true, true]) {
      outputs.push(JSON.parse((await runHook(repository, 'output-validator', stop(active))).stdout));
    }
    expect(outputs.map(({ decision }) => decision)).toEqual(['block', 'block', undefined]);
    expect(outputs[2]).toEqual({
      systemMessage: `output-validator: ${AGENT} stopped without a valid report: The message has no fenced json block.`,
    });
    const nextRun = await runHook(repository, 'output-validator', { ...stop(false), agent_id: 'agent-2' });
    expect(JSON.parse(nextRun.stdout).decision).toBe('block');
  });

  test('where the count cannot be kept, the stop after a refusal is the last', async () => {
    const repository = await installedRepository();
    await rm(path.join(repository, '.claude/context'), { recursive: true });
    await writeFiles(repository, { '.claude/context': 'a file where the folder should be' });
    const stop = { last_assistant_message: 'Nothing.', stop_hook_active: true };
    const { stdout } = await runHook(repository, 'output-validator', stop);
    expect(JSON.parse(stdout).systemMessage).toContain('stopped without a valid report');
  });

  test.each([
    ['the environment', { BACKEND_SYSTEM_ARCHITECT_REPORT: 'advisory' }, false],
    ['the definition', {}, true],
  ])('%s can make the contract advisory: nothing is sent back, the user is told', async (_, env, inDefinition) => {
    const repository = await installedRepository();
    const file = path.join(repository, `.claude/agents/${AGENT}.md`);
    const text = await readFile(file, 'utf8');
    if (inDefinition) await writeFile(file, text.replace('Enforcement: required', 'Enforcement: advisory'));
    const { stdout } = await runHook(repository, 'output-validator', { last_assistant_message: 'Done.' }, env);
    expect(JSON.parse(stdout)).toEqual({ systemMessage: expect.stringContaining('stopped without a valid report') });
  });

  test('editing the Output Format of the installed file changes what is enforced', async () => {
    const repository = await installedRepository();
    const file = path.join(repository, `.claude/agents/${AGENT}.md`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"feature": "user-authentication",', '"feature": "x", "ticket": "ABC-1",'));
    const { stdout } = await runHook(repository, 'output-validator', { last_assistant_message: fenced(REPORT) });
    expect(JSON.parse(stdout).reason).toContain(
      '/ticket: expected a string such as "ABC-1" or null, found no such key',
    );
  });

  test.each([
    ['a plugin agent', { agent_type: `some-plugin:${AGENT}` }],
    ['the agent as the main session', { hook_event_name: 'Stop', agent_id: undefined }],
  ])('%s is held to the same contract', async (_, fields) => {
    const repository = await installedRepository();
    const { stdout } = await runHook(repository, 'output-validator', { ...fields, last_assistant_message: 'Done.' });
    expect(JSON.parse(stdout).decision).toBe('block');
  });

  test('an agent whose file has another name is found by its name', async () => {
    const repository = await installedRepository();
    const agents = path.join(repository, '.claude/agents');
    const text = await readFile(path.join(agents, `${AGENT}.md`), 'utf8');
    await writeFile(path.join(agents, 'other-file.md'), text.replace(`name: ${AGENT}`, 'name: "second architect"'));
    const stop = { agent_type: 'second architect', last_assistant_message: 'Done.' };
    expect(JSON.parse((await runHook(repository, 'output-validator', stop)).stdout).decision).toBe('block');
  });

  test.each([
    ['an unknown agent', JSON.stringify({ agent_type: 'nobody' }), 'has the name nobody'],
    ['an empty payload', '', 'the payload on stdin is not a JSON object'],
    ['a payload that is no object', '[1]', 'the payload on stdin is not a JSON object'],
    ['a payload without agent_type', '{}', 'the payload names no agent_type'],
  ])('%s ends with exit code 0 and one message', async (_, stdin, reason) => {
    const result = await runHook(await installedRepository(), 'output-validator', stdin);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(result.stdout).systemMessage).toContain(reason);
  });

  test('an Output Format that is not JSON is reported, and no report is refused for it', async () => {
    const repository = await installedRepository();
    const file = path.join(repository, `.claude/agents/${AGENT}.md`);
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('"feature": "user-authentication",', '"feature" = 1,'),
    );
    const { stdout } = await runHook(repository, 'output-validator', { last_assistant_message: 'Done.' });
    expect(JSON.parse(stdout).systemMessage).toContain('the JSON under Output Format cannot be used');
  });

  test.each(['output-validator', 'context-publisher', 'handoff-preparer'] as const)(
    'without Node.js on the PATH %s says so in one line and exits with 0',
    async (hook) => {
      const stop = { last_assistant_message: 'Done.' };
      const result = await runHook(await installedRepository(), hook, stop, { PATH: '/nonexistent' });
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      expect(result.stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(JSON.parse(result.stdout).systemMessage).toContain(`${hook}: Node.js is not on the PATH`);
    },
  );
});
