import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeServiceRepository } from '../support/example-service.js';
import { runClient } from './run-client.js';
import { AGENT, complaints, reportMessage, SERVERS_FIRST, sessionOf, startAgent } from './session.js';
import { toolResults } from './tool-results.js';

const modules = path.resolve(import.meta.dirname, '../../node_modules');
/** The address of a port at which nobody listens. */
const NOWHERE = 'http://127.0.0.1:9/api';

test.skipIf(process.platform === 'win32')(
  'the agent calls the installed servers: sequential-thinking answers, context7 says that it has no network',
  async () => {
    const repository = await makeServiceRepository();
    const { exitCode } = await cli(['install', '--mcp', 'context7,sequential-thinking'], { cwd: repository });
    expect(exitCode).toBe(0);
    // npx takes what is installed in the repository at the very version; so the test needs no network either.
    await symlink(modules, path.join(repository, 'node_modules'), 'dir');

    const thought = { thought: 'Keyset or offset?', nextThoughtNeeded: false, thoughtNumber: 1, totalThoughts: 1 };
    const calls = [
      { name: 'mcp__sequential-thinking__sequentialthinking', input: thought },
      { name: 'mcp__context7__resolve-library-id', input: { query: 'lifespan', libraryName: 'fastapi' } },
    ];
    let turn = 0;
    const script = sessionOf([startAgent(AGENT)], () => (turn++ === 0 ? { tools: calls } : { text: reportMessage() }));
    const run = await runClient({
      project: repository,
      script,
      args: ['--allowedTools', 'mcp__sequential-thinking,mcp__context7'],
      env: { CONTEXT7_API_URL: NOWHERE, npm_config_offline: 'true', ...SERVERS_FIRST },
    });
    // What a server says of itself on its stderr, the client logs as an error.
    expect(complaints(run.debugLog).filter((line) => !line.includes('Server stderr:'))).toEqual([]);
    const [thinking, library] = toolResults(run);
    expect(JSON.parse(thinking ?? '')).toMatchObject({ thoughtNumber: 1, nextThoughtNeeded: false });
    expect(library).toBe('Error searching libraries: TypeError: fetch failed');
  },
);
