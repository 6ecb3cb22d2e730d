import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ends } from './ends.js';
import { makeFolder } from './installed-agent.js';

const source = path.resolve(import.meta.dirname, '../../src/doctor');

const PROGRAM = `
import { listTools } from './list-tools.js';
import { makeSampleProject } from './sample-project.js';
makeSampleProject('/', { scope: 'project', claudeFolder: '/', manifest: {} }, []);
const code = "require('node:fs').writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1000)";
listTools({ program: process.execPath, args: ['-e', code, process.argv[2]], cwd: '/', env: {} }, 60_000);
`;

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'ended by %s, doctor leaves no process and no temporary folder behind',
  async (signal) => {
    const [folder, temporary] = [await makeFolder('program'), await makeFolder('temporary')];
    const [outfile, pidFile] = [path.join(folder, 'program.cjs'), path.join(folder, 'pid')];
    const stdin = { contents: PROGRAM, resolveDir: source, loader: 'ts' } as const;
    await build({ stdin, outfile, bundle: true, platform: 'node', logLevel: 'error' });
    const child = spawn(process.execPath, [outfile, pidFile], { env: { TMPDIR: temporary }, stdio: 'ignore' });
    const closed = new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
    for (let attempt = 0; attempt < 400 && !existsSync(pidFile); attempt += 1) await wait(50);
    expect(await readdir(temporary)).toHaveLength(1);
    child.kill(signal);
    expect(await closed).toBe(signal);
    expect(await ends(Number(await readFile(pidFile, 'utf8')))).toBe(true);
    expect(await readdir(temporary)).toEqual([]);
  },
);
