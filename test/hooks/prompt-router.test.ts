import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProcess } from '../support/cli.js';
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

  test('where a project has the router too, the copy of the user leaves the prompt to it', async () => {
    const [user, project] = [await installedRepository(), await installedRepository()];
    const script = path.join(user, '.claude/hooks/agent/prompt-router.sh');
    const ask = async () => {
      const env = { ...process.env, CLAUDE_PROJECT_DIR: project };
      const input = JSON.stringify({ hook_event_name: 'UserPromptSubmit', cwd: project, prompt: 'Design an API.' });
      return (await runProcess(script, [], { cwd: project, env, input })).stdout;
    };
    expect(await ask()).toBe('');
    await writeFiles(project, { '.claude/settings.json': '{}' });
    expect(await ask()).toContain(AGENT);
  });

  test('a table that cannot be read is said, and the keywords of Auto Mode still count', async () => {
    const repository = await installedRepository();
    await writeFiles(repository, { [`.claude/agents/${AGENT}.routing.json`]: '{ "threshold": 1, }' });
    const { stdout } = await runHook(repository, 'prompt-router', { ...SUBMIT, prompt: 'Design an API.' });
    const { systemMessage, hookSpecificOutput } = JSON.parse(stdout);
    expect(systemMessage).toMatch(
      /^prompt-router: .*routing\.json: it is not JSON: .* only the keywords of Auto Mode count\.$/s,
    );
    expect(hookSpecificOutput.additionalContext).toContain('(api)');
    const other = await runHook(repository, 'prompt-router', { ...SUBMIT, prompt: 'Fix the padding.' });
    expect(Object.keys(JSON.parse(other.stdout))).toEqual(['systemMessage']);
  });
});
