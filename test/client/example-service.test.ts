import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeServiceRepository, readServiceReport } from '../support/example-service.js';
import { runClient } from './run-client.js';
import { AGENT, complaints, isAgent, play, reportMessage } from './session.js';

test('installed into the reference service, the agent knows its backend, and its report is taken as it is', async () => {
  const repository = await makeServiceRepository();
  const { stdout } = await cli(['install', '--no-mcp'], { cwd: repository });
  expect(stdout).toMatch(/^Backend: backend, because backend\/app\/\S+\.py:\d+ creates a FastAPI application\./m);
  expect((await cli(['validate', '--strict'], { cwd: repository })).exitCode).toBe(0);
  const report = await readServiceReport();
  const run = await runClient({ project: repository, script: play(reportMessage(report)) });
  expect(complaints(run.debugLog)).toEqual([]);
  expect(run.requests.filter(isAgent)).toHaveLength(1);
  const state = JSON.parse(await readFile(path.join(repository, '.claude/context/session/state.json'), 'utf8'));
  expect(state.tasks_completed).toMatchObject([{ agent: AGENT, feature: report.feature, report }]);
  expect(state.tasks_pending).toEqual([]);
});
