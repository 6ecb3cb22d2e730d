import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkServers } from '../../src/doctor/check-servers.js';
import { listTools } from '../../src/doctor/list-tools.js';
import { ends } from './ends.js';
import { about, makeFolder, makeMachine, runDoctor } from './installed-agent.js';
import { SERVERS, serverWith } from './servers.js';

const node = (code: string) => ({ command: process.execPath, args: ['--input-type=module', '-e', code] });

/** What is found about a server of which the agent names these tools. */
async function check(config: unknown, tools: string[] = ['ask'], timeoutMs = 20_000) {
  return checkServers({
    named: [{ name: 'test', tools }],
    tables: [{ source: '.mcp.json', servers: { test: config } }],
    fault: undefined,
    configurationEnv: { HERE: 'here', NOTHING: '' },
    serverEnv: { PATH: process.env.PATH },
    cwd: await makeFolder('project'),
    listTools,
    timeoutMs,
  });
}

describe.skipIf(process.platform === 'win32')('MCP servers', () => {
  test('a server that offers what is named is fine, and was really asked', async () => {
    const found = await check(serverWith('ask', 'tell'));
    expect(found).toMatchObject([{ check: 'mcp-server', status: 'ok', message: expect.stringContaining('starts') }]);
    expect(found[0]?.durationMs).toBeGreaterThan(0);
  });

  test('a tool that is not offered is a problem, which says what is offered', async () => {
    expect(await check(serverWith('tell'), ['ask', 'tell', 'show'])).toMatchObject([
      {
        status: 'problem',
        message: expect.stringContaining('does not offer ask, show.'),
        remedy: expect.stringContaining('it offers tell.'),
      },
    ]);
  });

  test('of an agent that takes all tools of a server it is only asked that it starts', async () => {
    expect(await check(serverWith(), [])).toMatchObject([{ status: 'ok' }]);
  });

  test('a list of tools in several pages is read to its end', async () => {
    const server = node(`
      import { createInterface } from 'node:readline';
      for await (const line of createInterface({ input: process.stdin })) {
        const { id, method, params } = JSON.parse(line);
        if (id === undefined) continue;
        const page = Number(params?.cursor ?? 0);
        const list = { tools: [{ name: 'tool' + page }], ...(page < 2 ? { nextCursor: String(page + 1) } : {}) };
        console.log('a line of a log');
        console.log(JSON.stringify({ jsonrpc: '2.0', id, result: method === 'tools/list' ? list : {} }));
      }`);
    expect(await check(server, ['tool0', 'tool2'])).toMatchObject([{ status: 'ok' }]);
  });

  test('a server that asks something first gets an answer', async () => {
    const server = node(`
      import { createInterface } from 'node:readline';
      const say = (message) => console.log(JSON.stringify({ jsonrpc: '2.0', ...message }));
      let asked;
      for await (const line of createInterface({ input: process.stdin })) {
        const { id, method, result, error } = JSON.parse(line);
        if (method === 'initialize') { asked = id; say({ id: 'p', method: 'ping' }); }
        else if (result && id === 'p') say({ id: 'r', method: 'roots/list' });
        else if (error && id === 'r') say({ id: asked, result: {} });
        else if (method === 'tools/list') say({ id, result: { tools: [{ name: 'ask' }] } });
      }`);
    expect(await check(server)).toMatchObject([{ status: 'ok' }]);
  });

  test.each([
    ['crashes', node('throw new TypeError("no database")'), 'it ends with 1: TypeError: no database'],
    ['ends without a word', node(''), 'it ends with 0'],
    ['is not there', { command: '/no/such/server' }, '/no/such/server does not exist'],
    ['cannot be named to the system', { command: 'a\0b' }, 'null bytes'],
    [
      'refuses',
      node(
        `process.stdin.once('data', () => console.log('{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"no"}}')).resume()`,
      ),
      'it answers with an error: no',
    ],
  ])('a server that %s is a problem', async (_, config, reason) => {
    const [found, ...more] = await check(config);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ status: 'problem', message: expect.stringContaining(reason) });
    expect(found?.remedy).toBeTruthy();
  });

  test('a server that hangs is given up, with all that it has started and though it does not want to end', async () => {
    const folder = await makeFolder('pids');
    const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);
      require('node:fs').writeFileSync(process.argv[1], String(process.pid));`;
    const [outer, inner] = [path.join(folder, 'outer'), path.join(folder, 'inner')];
    const starter = path.join(folder, 'starter.cjs');
    await writeFile(
      starter,
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}, ${JSON.stringify(inner)}], { stdio: 'inherit' });
       process.argv[1] = ${JSON.stringify(outer)}; ${stubborn}`,
    );
    const found = await check({ command: process.execPath, args: [starter] }, [], 3_000);
    expect(found).toMatchObject([
      { status: 'problem', message: expect.stringContaining('does not answer within 3 s') },
    ]);
    for (const file of [outer, inner]) expect(await ends(Number(await readFile(file, 'utf8')))).toBe(true);
  });

  test('a variable that is not set is a finding of its own, and the server is not started without it', async () => {
    const unset = (name: string) => ['$', `{${name}}`].join('');
    const found = await check({
      command: '/no/such/server',
      args: [unset('HERE'), unset('NOTHING'), unset('TOKEN')],
      env: { A: unset('OTHER'), B: unset('OTHER:-x') },
    });
    expect(found).toMatchObject([
      { status: 'problem', message: expect.stringContaining('the variable TOKEN, which is not set') },
      { status: 'problem', message: expect.stringContaining('the variable OTHER, which is not set') },
    ]);
    expect(found[0]?.remedy).toContain('Set TOKEN');
  });

  test('variables are put in, into the environment of the server too', async () => {
    const variable = ['$', '{HERE}'].join('');
    const { command, args } = serverWith(variable);
    expect(await check({ command, args }, ['here'])).toMatchObject([{ status: 'ok' }]);
    const server = node(`if (process.env.GIVEN !== 'here') throw new Error('not given');
      process.argv.splice(1, 0, '', 'ask'); await import(${JSON.stringify(args[0])});`);
    expect(await check({ ...server, env: { GIVEN: variable } }, [])).toMatchObject([{ status: 'ok' }]);
  });

  test.each([
    ['http', { type: 'http', url: 'http://127.0.0.1:1/mcp' }, 'ok', 'of the type http and was not tried'],
    ['sse', { type: 'sse', url: 'http://127.0.0.1:1/mcp' }, 'ok', 'of the type sse and was not tried'],
    ['no object', 'npx', 'problem', 'it is no object'],
    ['without a command', { args: [] }, 'problem', '"command"'],
    ['with one argument that is no text', { command: 'node', args: [1] }, 'problem', '"args"'],
    ['with an environment that is no object', { command: 'node', env: [] }, 'problem', '"env"'],
  ])('a configuration that is %s', async (_, config, status, message) => {
    expect(await check(config)).toMatchObject([{ status, message: expect.stringContaining(message) }]);
  });
});

describe.skipIf(process.platform === 'win32')('where servers are configured', () => {
  const missing = ({ message }: { message: string }) => /server (\S+) is not configured/.exec(message)?.[1];

  test('a server that nobody configures is a warning with the command that adds it', async () => {
    const run = await runDoctor(await makeMachine());
    expect(run.exitCode).toBe(0);
    const found = about(run, 'mcp-server');
    expect(found.map(missing)).toEqual(Object.keys(SERVERS));
    for (const { status, remedy } of found) {
      expect(status).toBe('warning');
      expect(remedy).toContain('claude mcp add ');
    }
  });

  test("a server may be the user's own, in all projects or in this one", async () => {
    const machine = await makeMachine();
    const state = {
      mcpServers: { context7: SERVERS.context7 },
      projects: {
        [machine.repository]: { hasTrustDialogAccepted: true, mcpServers: { 'postgres-mcp': SERVERS['postgres-mcp'] } },
        '/elsewhere': { mcpServers: { 'sequential-thinking': SERVERS['sequential-thinking'] } },
      },
    };
    await writeFile(path.join(machine.home, '.claude.json'), JSON.stringify(state));
    const found = about(await runDoctor(machine), 'mcp-server');
    expect(found.map(({ status }) => status)).toEqual(['ok', 'ok', 'warning']);
    expect(found.map(missing)).toEqual([undefined, undefined, 'sequential-thinking']);
  });

  test('comments in .mcp.json are no obstacle, and nothing is started where that was not wanted', async () => {
    const servers = { context7: { command: '/no/such/server' } };
    const machine = await makeMachine({ '.mcp.json': `{ "mcpServers": ${JSON.stringify(servers)}, } // mine` });
    const run = await runDoctor(machine, { startServers: false });
    expect(about(run, 'mcp-server')[0]).toMatchObject({
      status: 'ok',
      message: 'The MCP server context7 is configured in .mcp.json and was not started.',
    });
    expect(about(await runDoctor(machine), 'mcp-server')[0]).toMatchObject({ status: 'problem' });
  });

  test('an .mcp.json that cannot be read is a problem that says where', async () => {
    const run = await runDoctor(await makeMachine({ '.mcp.json': '{\n  "mcpServers": [' }));
    expect(about(run, 'mcp-server')[0]).toMatchObject({
      status: 'problem',
      message: expect.stringMatching(/^\.mcp\.json cannot be read: line 2: /),
    });
  });
});
