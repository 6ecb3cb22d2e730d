import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../support/repository.js';
import { AGENT, installedRepository, runHook } from './installed-hook.js';

const SUBMIT = { hook_event_name: 'UserPromptSubmit', agent_type: undefined, stop_hook_active: undefined };

/** What the hook adds beside a prompt; nothing for silence. */
async function lineFor(repository: string, prompt: unknown): Promise<string> {
  const { stdout, stderr, exitCode } = await runHook(repository, 'prompt-router', { ...SUBMIT, prompt });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  if (stdout === '') return '';
  const { hookEventName, additionalContext } = JSON.parse(stdout).hookSpecificOutput;
  expect(hookEventName).toBe('UserPromptSubmit');
  return additionalContext;
}

describe.skipIf(process.platform === 'win32')('prompt-router', () => {
  test('a prompt with words of Auto Mode gets one line that names the agent and these words, not the prompt', async () => {
    const line = await lineFor(await installedRepository(), 'Zebra: add an endpoint with JWT and rate-limiting.');
    expect(line).toContain(`the subagent ${AGENT}`);
    expect(line).toContain('(endpoint, jwt, rate limiting)');
    expect(line).not.toContain('Zebra');
    expect(line.split('\n')).toHaveLength(1);
  });

  test.each([
    ['is about something else', 'Fix the padding of the header.'],
    ['is empty', '  \n'],
    ['is a command', '/review the API'],
    ['names the agent', `Have ${AGENT} design the API.`],
    ['names another agent', 'Let the reviewer agent look at the API.'],
    ['names another agent by its sign', 'Design the API with @agent-reviewer.'],
    ['is no text', { API: 1 }],
  ])('a prompt that %s is left alone', async (_, prompt) => {
    expect(await lineFor(await installedRepository(), prompt)).toBe('');
  });

  test('the installed definition decides: other words there, other words here', async () => {
    const repository = await installedRepository();
    const file = `.claude/agents/${AGENT}.md`;
    const text = await readFile(path.join(repository, file), 'utf8');
    await writeFiles(repository, { [file]: text.replace(/^Activates for: .*$/m, 'Activates for: zeppelin') });
    expect(await lineFor(repository, 'Design an API endpoint for customers who are charged twice.')).toBe('');
    expect(await lineFor(repository, 'Design zeppelins.')).toContain('zeppelin');
    await rm(path.join(repository, file));
    expect(await lineFor(repository, 'Design zeppelins.')).toBe('');
  });
});
