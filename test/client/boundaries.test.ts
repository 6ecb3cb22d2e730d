import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AGENT, fenced, installedRepository, REPORT } from '../hooks/installed-hook.js';
import { writeFiles } from '../support/repository.js';
import { runClient } from './run-client.js';
import { type ModelRequest, type Script, systemText } from './scripted-api.js';
import { toolResults } from './tool-results.js';

type Call = { name: string; input: Record<string, unknown> };

const isAgent = (request: ModelRequest) =>
  systemText(request).includes("You are the architect of this repository's backend");

/** The main session starts the agent, which makes these calls one after the other and then reports. */
function play(calls: readonly Call[], start: Record<string, unknown> = {}): Script {
  let turn = 0;
  return (request) => {
    if (isAgent(request)) {
      const call = calls[turn++];
      return call ? { tools: [call] } : { text: fenced(REPORT) };
    }
    if (request.messages.some(({ role }) => role === 'assistant')) return { text: 'The agent is done.' };
    if (!request.tools?.some(({ name }) => name === 'Agent')) return { text: 'Nothing to do.' };
    const input = { subagent_type: AGENT, prompt: 'Go on.', description: 'orders', run_in_background: false, ...start };
    return { tools: [{ name: 'Agent', input }] };
  };
}

const write = (file_path: string, content = 'x\n'): Call => ({ name: 'Write', input: { file_path, content } });

describe.skipIf(process.platform === 'win32')('the agent in the real client', () => {
  test('writes where it may, and reads why it may not elsewhere', async () => {
    const project = await installedRepository();
    expect(project).toContain(' ');
    const run = await runClient({
      project,
      script: play([
        write('frontend/src/App.tsx'),
        write('backend/app/api/x.py', 'import fastapi\n'),
        write(path.join(project, 'backend/app/services/x.py'), 'import openai\n'),
        write('main.py'),
      ]),
    });
    expect(run.exitCode).toBe(0);
    const [frontend, api, service, main] = toolResults(run);
    expect(frontend).toContain(
      "frontend/src/App.tsx is outside your boundaries: frontend/** is frontend-ui-developer's.",
    );
    expect(existsSync(path.join(project, 'frontend'))).toBe(false);

    expect(api).toContain('File created successfully');
    expect(await readFile(path.join(project, 'backend/app/api/x.py'), 'utf8')).toBe('import fastapi\n');

    expect(service).toContain(
      'backend/app/services/x.py imports openai, which is outside your boundaries: "direct LLM calls" is llm-integrator\'s.',
    );
    expect(existsSync(path.join(project, 'backend/app/services'))).toBe(false);

    expect(main).toContain(`main.py is outside the boundaries of ${AGENT}`);
    expect(existsSync(path.join(project, 'main.py'))).toBe(false);
  });

  test('is stopped at every spelling of a forbidden path', async () => {
    const project = await installedRepository();
    await mkdir(path.join(project, 'frontend'));
    await writeFiles(project, { 'backend/app/api/x.py': 'x = 1\n' });
    await symlink('../../../frontend', path.join(project, 'backend/app/api/ui'));
    const spellings = [
      'backend/app/../../frontend/a.ts',
      'backend\\app\\..\\..\\frontend\\a.ts',
      ' frontend//./a.ts',
      'FRONTEND/a.ts',
      'backend/app/api/ui/a.ts',
    ];
    const run = await runClient({ project, script: play(spellings.map((spelling) => write(spelling))) });
    expect(toolResults(run)).toHaveLength(spellings.length);
    for (const result of toolResults(run)) expect(result).toContain("frontend/** is frontend-ui-developer's");
    expect(existsSync(path.join(project, 'frontend/a.ts'))).toBe(false);
    expect(existsSync(path.join(project, 'FRONTEND/a.ts'))).toBe(false);
  });

  test('has the same boundaries in a worktree that the client isolates it in', async () => {
    const project = await installedRepository();
    execFileSync('git', ['add', '.'], { cwd: project });
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '-qm', 'x'], {
      cwd: project,
    });
    const calls = [write('backend/app/api/x.py'), write('frontend/a.ts')];
    const run = await runClient({ project, script: play(calls, { isolation: 'worktree' }) });
    expect(JSON.stringify(run.requests.filter(isAgent))).toContain('.claude/worktrees/');
    const [api, frontend] = toolResults(run);
    expect(api).toContain('File created successfully');
    expect(existsSync(path.join(project, 'backend'))).toBe(false);
    expect(frontend).toContain("frontend/** is frontend-ui-developer's");
  });

  test('may edit a file but not add a forbidden import to it', async () => {
    const project = await installedRepository();
    await writeFiles(project, { 'backend/app/api/x.py': 'x = 1\n' });
    const file_path = path.join(project, 'backend/app/api/x.py');
    const edit = (old_string: string, new_string: string): Call => ({
      name: 'Edit',
      input: { file_path, old_string, new_string },
    });
    const read = { name: 'Read', input: { file_path } };
    const calls = [read, edit('x = 1', 'from langgraph.graph import StateGraph'), edit('x = 1', 'x = 2')];
    const run = await runClient({ project, script: play(calls) });
    expect(toolResults(run)[1]).toContain(`"workflow definitions" is workflow-architect's`);
    expect(await readFile(file_path, 'utf8')).toBe('x = 2\n');
  });
});
