import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hookCommand } from '../../src/answers/hook-command.js';
import { runClient } from '../client/run-client.js';
import { type ModelRequest, messagesText, systemText, type Turn } from '../client/scripted-api.js';
import { AGENT, complaints, isAgent, play, REPORT, reportMessage, sessionOf, startAgent } from '../client/session.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { adapt, type shipped } from './payload-files.js';

/** Where the user's own folder is: below a HOME, or where CLAUDE_CONFIG_DIR says; both paths have a space. */
type Where = 'HOME' | 'CLAUDE_CONFIG_DIR';

const contentsOf = (files: typeof shipped.files) =>
  Object.fromEntries(files.map((file) => [file.path.slice('.claude/'.length), file.content]));

const startEntry = (scope: 'project' | 'user') =>
  JSON.stringify({
    hooks: {
      SubagentStart: [
        { hooks: [{ type: 'command', ...hookCommand('agent-start', { scope, hookStarter: 'sh' }), timeout: 10 }] },
      ],
    },
  });

/** An installation in the user's own folder, a project that has none, and the environment of a client that sees both. */
async function installForUser(where: Where, trusted: boolean) {
  const project = await makeRepository();
  const home = path.join(project, '..', 'a home');
  const folder = where === 'HOME' ? path.join(home, '.claude') : path.join(project, '..', 'a folder');
  const state = { hasCompletedOnboarding: true, projects: { [project]: { hasTrustDialogAccepted: trusted } } };
  await writeFiles(where === 'HOME' ? home : folder, { '.claude.json': JSON.stringify(state) });
  await writeFiles(folder, { ...contentsOf(adapt({ scope: 'user' }).files), 'settings.json': startEntry('user') });
  const env = { HOME: home, ...(where === 'HOME' ? {} : { CLAUDE_CONFIG_DIR: folder }) };
  return { project, folder, env };
}

const readState = async (project: string) =>
  JSON.parse(await readFile(path.join(project, '.claude/context/session/state.json'), 'utf8'));

const CONTEXT = '"decision":"Addresses are unique by constraint"';

describe('the hooks of an agent in the user’s own folder run in a project without an installation', () => {
  test.each<[Where, string, boolean]>([
    ['HOME', 'trusted', true],
    ['HOME', 'not trusted', false],
    ['CLAUDE_CONFIG_DIR', 'trusted', true],
    ['CLAUDE_CONFIG_DIR', 'not trusted', false],
  ])('below %s, in a workspace that is %s', async (where, _, trusted) => {
    const { project, folder, env } = await installForUser(where, trusted);
    const before = await snapshot(path.join(folder, 'hooks'));
    const write = { name: 'Write', input: { file_path: path.join(project, 'frontend/a.ts'), content: 'x' } };
    const bad = reportMessage({ ...REPORT, endpoints_created: [{ method: 'POST' }] });
    const turns: Turn[] = [{ tools: [write] }, { text: bad }, { text: reportMessage() }];
    const script = sessionOf([startAgent(AGENT)], () => turns.shift() ?? { text: 'Nothing.' });
    const run = await runClient({ project, env, script });
    expect(complaints(run.debugLog)).toEqual([]);

    const [started, refused, sentBack] = run.requests.filter(isAgent).map(messagesText);
    expect(started).toContain(`Base directory for this skill: ${path.join(folder, 'skills/owasp-top-10')}`);
    expect(refused).toContain('frontend-ui-developer');
    expect(sentBack).toContain('/endpoints_created/0/path: expected a path that starts with "/"');

    expect(await readState(project)).toMatchObject({ tasks_completed: [{ feature: REPORT.feature }] });
    expect(await readdir(path.join(project, '.claude'))).toEqual(['context']);
    expect(await readdir(folder)).not.toContain('context');
    expect(await snapshot(path.join(folder, 'hooks'))).toEqual(before);
  });
});

test('a hook of the user’s settings gives the next run what the project has recorded, trusted or not', async () => {
  const { project, env } = await installForUser('HOME', false);
  await runClient({ project, env, script: play(reportMessage()) });
  const run = await runClient({ project, env, script: play(reportMessage()) });
  expect(complaints(run.debugLog)).toEqual([]);
  expect(messagesText(run.requests.filter(isAgent)[0] as ModelRequest)).toContain(CONTEXT);
});

test('beside one in the project, that definition and the user’s skills are taken, and the context comes once', async () => {
  const { project, folder, env } = await installForUser('HOME', true);
  const { files } = adapt({ backend: { root: 'services/api', app: 'app' } });
  await writeFiles(path.join(project, '.claude'), { ...contentsOf(files), 'settings.json': startEntry('project') });
  await runClient({ project, env, script: play(reportMessage()) });
  const run = await runClient({ project, env, script: play(reportMessage()) });
  const [request] = run.requests.filter(isAgent);
  expect(systemText(request as ModelRequest)).toContain('- Allowed: services/api/app/api/**');
  const text = messagesText(request as ModelRequest);
  expect(text).toContain(`Base directory for this skill: ${path.join(folder, 'skills/owasp-top-10')}`);
  expect(text.split(CONTEXT)).toHaveLength(2);
});
