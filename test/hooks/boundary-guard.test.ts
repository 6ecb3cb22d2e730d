import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProcess } from '../support/cli.js';
import { writeFiles } from '../support/repository.js';
import { AGENT, installedRepository } from './installed-hook.js';

type Answer = { decision: 'deny' | 'ask'; reason: string } | { message: string } | 'silent';

/** Starts the installed guard as the client does before a tool call, and reads what it tells the client. */
async function guard(
  repository: string,
  tool: string,
  input: unknown,
  { fields = {}, env = {} }: { fields?: Record<string, unknown>; env?: Record<string, string> } = {},
): Promise<Answer> {
  const payload = {
    session_id: 'session-1',
    cwd: repository,
    hook_event_name: 'PreToolUse',
    agent_id: 'agent-1',
    agent_type: AGENT,
    tool_name: tool,
    tool_input: input,
    ...fields,
  };
  const result = await runProcess('/bin/sh', ['-c', '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/boundary-guard.sh'], {
    cwd: repository,
    env: { PATH: path.dirname(process.execPath), CLAUDE_PROJECT_DIR: repository, ...env },
    input: JSON.stringify(payload),
  });
  expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  if (result.stdout === '') return 'silent';
  expect(result.stdout.trimEnd().split('\n')).toHaveLength(1);
  const { systemMessage, hookSpecificOutput } = JSON.parse(result.stdout);
  if (systemMessage !== undefined) return { message: systemMessage };
  expect(hookSpecificOutput.hookEventName).toBe('PreToolUse');
  return { decision: hookSpecificOutput.permissionDecision, reason: hookSpecificOutput.permissionDecisionReason };
}

const write = (repository: string, file: string, content = '') =>
  guard(repository, 'Write', { file_path: path.join(repository, file), content });

async function editDefinition(repository: string, edit: (text: string) => string): Promise<void> {
  const file = path.join(repository, `.claude/agents/${AGENT}.md`);
  const text = await readFile(file, 'utf8');
  expect(edit(text)).not.toBe(text);
  await writeFile(file, edit(text));
}

describe.skipIf(process.platform === 'win32')('boundary-guard', () => {
  test('a path of Forbidden is denied with the glob and its owner', async () => {
    expect(await write(await installedRepository(), 'frontend/src/App.tsx')).toEqual({
      decision: 'deny',
      reason:
        "frontend/src/App.tsx is outside your boundaries: frontend/** is frontend-ui-developer's. " +
        'Leave the change to that agent and name it in your report.',
    });
  });

  test('a path of Allowed passes in silence, one of neither is asked about with the allowed globs', async () => {
    const repository = await installedRepository();
    expect(await write(repository, 'backend/app/api/v1/users.py', 'import fastapi')).toBe('silent');
    const reason = expect.stringMatching(
      new RegExp(
        `^main\\.py is outside the boundaries of ${AGENT}\\. Allowed: backend/app/api/\\*\\*, .*postman/\\*\\*\\.$`,
      ),
    );
    expect(await write(repository, 'main.py')).toEqual({ decision: 'ask', reason });
    expect(await guard(repository, 'Write', { file_path: '/etc/hosts' })).toMatchObject({
      decision: 'ask',
      reason: expect.stringContaining('/etc/hosts is outside the boundaries'),
    });
  });

  test('a link that leads to a forbidden folder is denied, and the reason says where it leads', async () => {
    const repository = await installedRepository();
    await writeFiles(repository, { 'frontend/x': '', 'backend/app/api/x': '' });
    await symlink('../../../frontend', path.join(repository, 'backend/app/api/ui'));
    expect(await write(repository, 'backend/app/api/ui/App.tsx')).toMatchObject({
      decision: 'deny',
      reason: expect.stringContaining(
        'backend/app/api/ui/App.tsx, which stands for frontend/App.tsx, is outside your boundaries: frontend/** is',
      ),
    });
  });

  test.each([
    ['Write', { file_path: 'backend/app/services/x.py', content: 'import os\nimport openai\n' }],
    ['Edit', { file_path: 'backend/app/services/x.py', old_string: 'import os', new_string: 'import openai' }],
    [
      'MultiEdit',
      {
        file_path: 'backend/app/services/x.py',
        edits: [null, { new_string: 1 }, { old_string: 'a', new_string: 'import openai' }],
      },
    ],
    ['NotebookEdit', { notebook_path: 'backend/app/services/x.ipynb', new_source: 'import openai' }],
    [
      'Write',
      {
        file_path: 'backend/app/services/x.ipynb',
        content: JSON.stringify({ cells: [{ cell_type: 'code', source: ['import os\n', 'import openai'] }] }),
      },
    ],
  ])('%s of Python that imports openai is denied with the topic and its owner', async (tool, input) => {
    const name = 'notebook_path' in input ? input.notebook_path : input.file_path;
    expect(await guard(await installedRepository(), tool, input)).toEqual({
      decision: 'deny',
      reason:
        `${name} imports openai, which is outside your boundaries: "direct LLM calls" is llm-integrator's. ` +
        'Leave the change to that agent and name it in your report.',
    });
  });

  test.each([
    [
      'an import that was there before',
      'Edit',
      { file_path: 'x.py', old_string: 'import openai', new_string: 'import openai\n' },
    ],
    [
      'a cell of prose',
      'NotebookEdit',
      { notebook_path: 'x.ipynb', cell_type: 'markdown', new_source: 'import openai' },
    ],
    [
      'a cell that is taken out',
      'NotebookEdit',
      { notebook_path: 'x.ipynb', edit_mode: 'delete', new_source: 'import openai' },
    ],
    ['a text that is not Python', 'Write', { file_path: 'x.md', content: 'import openai' }],
    ['a notebook that is none', 'Write', { file_path: 'x.ipynb', content: 'import openai' }],
    [
      'prose in a whole notebook',
      'Write',
      {
        file_path: 'x.ipynb',
        content: JSON.stringify({ cells: [{ cell_type: 'markdown', source: 'import openai' }, 7] }),
      },
    ],
  ])('%s is not denied', async (_, tool, input) => {
    const fields = { cwd: path.join(await installedRepository(), 'backend/app/api') };
    const repository = path.resolve(fields.cwd, '../../..');
    expect(await guard(repository, tool, input, { fields })).toBe('silent');
  });

  test('a forbidden import in a path outside Allowed is denied, not asked about', async () => {
    const repository = await installedRepository();
    expect(await write(repository, 'scripts/x.py', 'import openai')).toMatchObject({ decision: 'deny' });
  });

  test('editing the Boundaries of the installed file changes the verdict', async () => {
    const repository = await installedRepository();
    await editDefinition(repository, (text) =>
      text
        .replace('frontend/** (frontend-ui-developer)', 'backend/app/api/** (api-engineer), web/**')
        .replace('- Allowed: ', '- Allowed: frontend/**, ')
        .replace(', direct LLM calls (llm-integrator)', ''),
    );
    expect(await write(repository, 'frontend/src/App.tsx')).toBe('silent');
    expect(await write(repository, 'backend/app/services/x.py', 'import openai')).toBe('silent');
    expect(await write(repository, 'backend/app/api/x.py')).toMatchObject({
      decision: 'deny',
      reason: expect.stringContaining("backend/app/api/** is api-engineer's"),
    });
    expect(await write(repository, 'web/x.ts')).toEqual({
      decision: 'deny',
      reason:
        'web/x.ts is outside your boundaries: web/** is forbidden. Leave it as it is and name the change in your report.',
    });
  });

  test('a definition without Boundaries is not guarded', async () => {
    const repository = await installedRepository();
    await editDefinition(repository, (text) => text.replace('## Boundaries', '## Something Else'));
    expect(await write(repository, 'frontend/src/App.tsx', 'import openai')).toBe('silent');
  });

  test.each([
    ['another tool', 'Bash', { command: 'rm frontend/x' }, {}],
    ['a reading tool', 'Read', { file_path: 'frontend/x' }, {}],
    ['the main session', 'Write', { file_path: 'frontend/x' }, { agent_type: undefined }],
    ['a built-in agent', 'Write', { file_path: 'frontend/x' }, { agent_type: 'general-purpose' }],
    ['an agent type that is no text', 'Write', { file_path: 'frontend/x' }, { agent_type: 7 }],
    ['no input', 'Write', undefined, {}],
    ['an input that is null', 'Write', null, {}],
    ['an input that is a list', 'Write', ['frontend/x'], {}],
    ['an input without a path', 'Write', { content: 'x' }, {}],
    ['a path that is a number', 'Write', { file_path: 7 }, {}],
    ['a path that is empty', 'Write', { file_path: '' }, {}],
    ['a notebook without its path', 'NotebookEdit', { file_path: 'frontend/x' }, {}],
    ['a tool that is no text', 7, { file_path: 'frontend/x' }, {}],
    ['odd contents', 'Write', { file_path: 'backend/app/api/x.py', content: { a: 1 } }, {}],
    ['odd edits', 'MultiEdit', { file_path: 'backend/app/api/x.py', edits: 'import openai' }, {}],
    [
      'an odd notebook',
      'Write',
      { file_path: 'backend/app/api/x.ipynb', content: '{"cells":[{"cell_type":"code"}]}' },
      {},
    ],
  ])('%s is met with silence', async (_, tool, input, fields) => {
    expect(await guard(await installedRepository(), tool as string, input, { fields })).toBe('silent');
  });

  test.each([
    ['a plugin agent', { agent_type: `some-plugin:${AGENT}` }],
    ['the agent as the main session', { agent_id: undefined }],
    ['an agent whose payload has no cwd', { cwd: undefined }],
  ])('%s is held to the same boundaries', async (_, fields) => {
    const answer = await guard(await installedRepository(), 'Write', { file_path: 'frontend/x' }, { fields });
    expect(answer).toMatchObject({ decision: 'deny' });
  });

  test('an agent in a worktree of the client writes there as it would in the project', async () => {
    const repository = await installedRepository();
    const cwd = path.join(repository, '.claude/worktrees/agent-1');
    const inWorktree = (file: string) =>
      guard(repository, 'Write', { file_path: path.join(cwd, file) }, { fields: { cwd } });
    expect(await inWorktree('backend/app/api/x.py')).toBe('silent');
    expect(await inWorktree('frontend/x.ts')).toMatchObject({ decision: 'deny' });
  });

  test.each([
    ['a NUL character', 'backend/app/api/x\0.py', 'it holds a NUL character'],
    ['more characters than any platform has', `backend/app/api/${'x'.repeat(40_000)}`, 'it is longer than 32767'],
  ])('a path with %s is denied', async (_, file_path, reason) => {
    expect(await guard(await installedRepository(), 'Write', { file_path })).toMatchObject({
      decision: 'deny',
      reason: expect.stringContaining(`No file can have this path: ${reason}`),
    });
  });

  test('10 MB of Python are judged', async () => {
    const repository = await installedRepository();
    const content = `${'import os, sys  # nothing to see\n'.repeat(330_000)}import openai\n`;
    expect(await write(repository, 'backend/app/api/x.py', content)).toMatchObject({ decision: 'deny' });
    // What is not linear would take hours.
  }, 30_000);

  test('without Node.js on the PATH it says in one line that the write was not checked', async () => {
    const answer = await guard(await installedRepository(), 'Write', {}, { env: { PATH: '/nonexistent' } });
    expect(answer).toEqual({ message: 'boundary-guard: Node.js is not on the PATH, so the write was not checked.' });
  });
});
