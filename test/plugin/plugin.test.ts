import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { SERVERS, SESSION_HOOKS } from '../../src/install/entries/shipped.js';
import { composePlugin } from '../../src/plugin/compose-plugin.js';
import { clientBinary } from '../client/run-client.js';
import { cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

const root = path.resolve(import.meta.dirname, '../..');
const packed = path.join(inject('packed'), 'node_modules/backend-system-architect');

test('the files of the plugin are what the definition and the package say: npm run plugin writes them', async () => {
  const files = composePlugin({
    package: JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')),
    definition: await readFile(path.join(root, 'agents/backend-system-architect.md'), 'utf8'),
    sessionHooks: SESSION_HOOKS,
    servers: SERVERS,
  });
  for (const [name, text] of Object.entries(files)) {
    expect(await readFile(path.join(root, name), 'utf8'), name).toBe(text);
    expect(await readFile(path.join(packed, name), 'utf8'), name).toBe(text);
  }
});

test('the client finds neither problem nor warning in the package as a plugin, and ours none either', async () => {
  const env = { HOME: await makeRepository(), PATH: process.env.PATH };
  const args = ['plugin', 'validate', '--strict', '--profile', 'directory', '--json'];
  const { stdout } = await promisify(execFile)(clientBinary, [...args, packed], { env });
  expect(JSON.parse(stdout)).toMatchObject({ success: true });
  expect(stdout).not.toMatch(/ICON_MISSING|README_MISSING|LICENSE_MISSING/);
  // The folder `agents` is for projects; what it has of its own is checked as such.
  const own = ['validate', packed, '--strict', '--rule', 'plugin-agents-replaced=off'];
  expect(await cli(own, { cwd: root })).toMatchObject({ exitCode: 0, stderr: '' });
});

test('the icon is a square picture of 512 to 2,048 pixels', async () => {
  const png = await readFile(path.join(packed, 'assets/icon.png'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(width).toBe(height);
  expect(width).toBeGreaterThanOrEqual(512);
  expect(width).toBeLessThanOrEqual(2_048);
});
