import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';

const SERVERS = '.mcp.json';
const serversOf = (repository: string) => readFile(path.join(repository, SERVERS), 'utf8');

test('servers are pinned, hold no secret, and stand in a file of their own where there was none', async () => {
  const repository = await makeRepository();
  await cli(['install'], { cwd: repository });
  const { mcpServers } = JSON.parse(await serversOf(repository));
  expect(Object.keys(mcpServers)).toEqual(['context7', 'postgres-mcp', 'sequential-thinking']);
  for (const { args } of Object.values<{ args: string[] }>(mcpServers))
    expect(args.join(' ')).toMatch(/(?:@|==)\d+\.\d+/);
  expect(mcpServers['postgres-mcp'].env).toEqual({
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the client puts the variable in.
    DSN: '${DATABASE_URI}',
    PGOPTIONS: '-c default_transaction_read_only=on',
  });
});

test.each([
  ['an empty object', '{}'],
  ['nothing in it', ''],
  [
    'tabs, comments and a trailing comma',
    '// mine\n{\n\t"mcpServers": {\n\t\t"mine": { "command": "x" }, // stays\n\t},\n}\n',
  ],
  ['CRLF', '{\r\n  "mcpServers": {}\r\n}\r\n'],
  ['one line and a byte order mark', '\uFEFF{"mcpServers":{"mine":{"command":"x"}}}'],
])('%s: what is outside of our servers stays byte for byte, and uninstall gives the file back', async (_, text) => {
  const repository = await makeRepository({ [SERVERS]: text });
  const before = await snapshot(repository);
  expect((await cli(['install'], { cwd: repository })).exitCode).toBe(0);
  const merged = await serversOf(repository);
  expect(merged).toContain('sequential-thinking');
  expect((await cli(['install', '--format', 'json'], { cwd: repository })).stdout).not.toContain('"merge"');
  expect(await serversOf(repository)).toBe(merged);
  expect((await cli(['uninstall'], { cwd: repository })).exitCode).toBe(0);
  expect(await snapshot(repository)).toEqual(before);
});

test('a server of the user with the name of one of ours is his, also after an uninstall', async () => {
  const own = '{ "mcpServers": { "context7": { "command": "mine" } } }\n';
  const repository = await makeRepository({ [SERVERS]: own });
  const { exitCode, stdout } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('keep      .mcp.json  (the server context7 is yours)');
  await cli(['uninstall'], { cwd: repository });
  expect(await serversOf(repository)).toBe(own);
});

test('a server of ours that the user edited stays as he has it, and uninstall names it', async () => {
  const repository = await makeRepository();
  await cli(['install'], { cwd: repository });
  const edited = (await serversOf(repository)).replace(
    'default_transaction_read_only=on',
    'default_transaction_read_only=off',
  );
  await writeFiles(repository, { [SERVERS]: edited });
  expect((await cli(['install'], { cwd: repository })).stdout).toContain('(you changed the server postgres-mcp)');
  expect((await cli(['status'], { cwd: repository })).stdout).toContain('edited    .mcp.json');
  expect(await serversOf(repository)).toBe(edited);
  const { exitCode, stdout } = await cli(['uninstall'], { cwd: repository });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('keep      .mcp.json  (you changed the server postgres-mcp, so it stays)');
  expect(Object.keys(JSON.parse(await serversOf(repository)).mcpServers)).toEqual(['postgres-mcp']);
});

test('a file that does not parse is named with its place, and nothing at all is written', async () => {
  const repository = await makeRepository({ [SERVERS]: '{\n  "mcpServers": {\n', '.claude/settings.json': '{}' });
  const before = await snapshot(repository);
  const { exitCode, stdout } = await cli(['install'], { cwd: repository });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/conflict {2}\.mcp\.json {2}\(3:1: it is not JSON: /);
  expect(stdout).toContain('Nothing was written. Put .mcp.json right, then run install again.');
  expect(await snapshot(repository)).toEqual(before);
});
