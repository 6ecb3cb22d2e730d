import { chown, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findCacheFolder } from '../../src/cache/cache-folder.js';
import { loadCompiled } from '../../src/cache/compiled.js';
import { writeKept } from '../../src/cache/write-kept.js';
import { cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cache '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const NPM_TIME = new Date('1985-10-26T08:15:00Z');

/** Writes a program that says how it was called, and loads it as often as asked. */
async function load(folder: string, text: string, use = 'greet') {
  const file = path.join(folder, 'program.cjs');
  await writeFile(file, text);
  // As npm unpacks it.
  await utimes(file, NPM_TIME, NPM_TIME);
  const { exports, keep } = loadCompiled<{ greet(): string }>({
    root: folder,
    entry: 'program.cjs',
    folder: path.join(folder, 'cache'),
    use,
  });
  const said = exports.greet();
  keep(writeKept);
  return said;
}

const PROGRAM =
  'exports.greet = () => ["from", require("node:path").basename(__filename), "in", typeof module].join(" ");';

async function onlyFile(folder: string): Promise<string> {
  const names = await readdir(path.join(folder, 'cache'));
  expect(names).toHaveLength(1);
  return path.join(folder, 'cache', names[0] as string);
}

interface Header {
  parts: { name: string; stamp: string; code: [start: number, end: number] }[];
}

/** Until all is kept that is to be kept of it. */
async function loadOften(folder: string, text: string, use?: string): Promise<void> {
  for (let run = 1; run <= 3; run += 1) await load(folder, text, use);
}

async function headerOf(kept: string): Promise<Header> {
  const bytes = await readFile(kept);
  return JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32LE(0)));
}

test('what was compiled is kept once for each use, and is used', async () => {
  const folder = await makeFolder();
  expect(await load(folder, PROGRAM)).toBe('from program.cjs in object');
  await loadOften(folder, PROGRAM);
  const kept = await onlyFile(folder);
  const { ino } = await stat(kept);
  expect(await load(folder, PROGRAM)).toBe('from program.cjs in object');
  expect((await stat(kept)).ino).toBe(ino);
  await load(folder, PROGRAM, 'part');
  expect(await readdir(path.join(folder, 'cache'))).toHaveLength(2);
});

test('what only the second run calls is kept as well, and what the first one called remains', async () => {
  const folder = await makeFolder();
  await writeFile(path.join(folder, 'part.cjs'), 'exports.first = () => "first";');
  const program = `let runs = (globalThis.kept = (globalThis.kept ?? 0) + 1);
    const later = () => ["a", "later", "run"].join(" ");
    exports.greet = () => (runs === 1 ? require("./part.cjs").first() : later());`;
  expect(await load(folder, program)).toBe('first');
  const kept = await onlyFile(folder);
  const [first] = (await headerOf(kept)).parts;
  expect(await load(folder, program)).toBe('a later run');
  const { parts } = await headerOf(kept);
  expect(parts.map(({ name }) => name)).toEqual(['program.cjs', 'part.cjs']);
  const length = (part: Header['parts'][number] | undefined) => (part ? part.code[1] - part.code[0] : 0);
  expect(length(parts[0])).toBeGreaterThan(length(first));
});

test('a file that is loaded by another one is kept with it, and runs once', async () => {
  const folder = await makeFolder();
  await writeFile(path.join(folder, 'part.cjs'), 'exports.count = (globalThis.parts = (globalThis.parts ?? 0) + 1);');
  const program =
    'const count = () => require("./part.cjs").count; exports.greet = () => [count(), count()].join(" ");';
  expect(await load(folder, program)).toBe('1 1');
  const kept = await onlyFile(folder);
  expect(await headerOf(kept)).toMatchObject({ parts: [{ name: 'program.cjs' }, { name: 'part.cjs' }] });
  expect(await load(folder, program)).toBe('2 2');
  await load(folder, program);
  const { ino } = await stat(kept);
  expect(await load(folder, program)).toBe('4 4');
  expect((await stat(kept)).ino).toBe(ino);
});

test('no bundle that is loaded so has an `import()`, which would fail in it', async () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const folders = ['dist', 'hooks/agent'].map((folder) => path.join(root, folder));
  const files = (await Promise.all(folders.map(listBundles))).flat();
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) expect(await readFile(file, 'utf8'), file).not.toMatch(/[^.\w]import\(/);
});

async function listBundles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.cjs')).map((name) => path.join(folder, name));
}

test('a file that somebody has patched is compiled anew, though it is as long and as old as before', async () => {
  const folder = await makeFolder();
  const part = path.join(folder, 'part.cjs');
  await writeFile(part, 'exports.text = "one";');
  await utimes(part, NPM_TIME, NPM_TIME);
  const program = 'exports.greet = () => require("./part.cjs").text;';
  expect(await load(folder, program)).toBe('one');
  await writeFile(part, 'exports.text = "two";');
  await utimes(part, NPM_TIME, NPM_TIME);
  expect(await load(folder, program)).toBe('two');
});

async function stampsIn(kept: string): Promise<string[]> {
  return (await headerOf(kept)).parts.map(({ stamp }) => stamp);
}

test('a file that has not changed for a while need not be read; one that was changed since is', async () => {
  const folder = await makeFolder();
  vi.setSystemTime(Date.now() + 60_000);
  onTestFinished(() => void vi.useRealTimers());
  const file = path.join(folder, 'part.cjs');
  const program = 'exports.greet = () => require("./part.cjs").text;';
  await writeFile(file, 'exports.text = "one";');
  expect(await load(folder, program)).toBe('one');
  const kept = await onlyFile(folder);
  expect(await stampsIn(kept)).toEqual([expect.stringMatching(/^\d+ \d+ /), expect.stringMatching(/^\d+ \d+ /)]);
  await writeFile(file, 'exports.text = "two";');
  expect(await load(folder, program)).toBe('two');
});

test('of a file that has only just changed nothing is believed but its text', async () => {
  const folder = await makeFolder();
  await load(folder, PROGRAM);
  expect(await stampsIn(await onlyFile(folder))).toEqual(['']);
});

test('another program of the same length is not taken for the one that was compiled', async () => {
  const folder = await makeFolder();
  await load(folder, PROGRAM);
  expect(await load(folder, PROGRAM.replace('from', 'FROM'))).toBe('FROM program.cjs in object');
});

/** Text and code of several blocks each. */
const LONG = `${PROGRAM}${Array.from({ length: 400 }, (_, index) => `exports.f${index} = () => ${index};`).join('')}`;

/** What a power cut may leave where a block was. */
function withoutBlock(bytes: Buffer, at: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(4_096), bytes.subarray(at + 4_096)]);
}

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['without a block of its code', (bytes) => withoutBlock(bytes, bytes.length - 8_192)],
  ['without a block of its text', (bytes) => withoutBlock(bytes, 4_096)],
  ['spoilt in its beginning', (bytes) => Buffer.from(bytes.map((byte, index) => (index === 7 ? 0 : byte)))],
  [
    'without the list of its parts',
    (bytes) => Buffer.from(bytes.toString('latin1').replace('"parts"', '"party"'), 'latin1'),
  ],
])('a kept file that is %s is compiled again, and replaced', async (_, spoil) => {
  const folder = await makeFolder();
  await load(folder, LONG);
  const kept = await onlyFile(folder);
  const spoilt = spoil(await readFile(kept));
  await writeFile(kept, spoilt);
  expect(await load(folder, LONG)).toBe('from program.cjs in object');
  const mended = await readFile(kept);
  expect(mended.equals(spoilt)).toBe(false);
  await loadOften(folder, LONG);
  const { ino } = await stat(kept);
  await load(folder, LONG);
  expect((await stat(kept)).ino, 'nothing was left to keep').toBe(ino);
});

test.runIf(process.getuid?.() === 0)('what somebody else has put there is not run', async () => {
  const folder = await makeFolder();
  await load(folder, PROGRAM);
  const kept = await onlyFile(folder);
  await chown(kept, 65_534, 65_534);
  await load(folder, PROGRAM);
  expect((await stat(kept)).uid).toBe(0);
});

test('the command line keeps its code in the cache of the user, where nobody else can read it, and starts from it', async () => {
  const home = await makeFolder();
  const cwd = await makeRepository();
  const env = { XDG_CACHE_HOME: path.join(home, 'caches') };
  const first = await cli(['--help'], { cwd, env });
  const folder = path.join(home, 'caches/backend-system-architect');
  const [name] = await readdir(folder);
  expect(name).toBe(`help-${process.version}-${process.arch}.bin`);
  if (process.platform !== 'win32') {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(folder, String(name)))).mode & 0o777).toBe(0o600);
  }
  expect(await cli(['--help'], { cwd, env })).toEqual(first);
});

test.each([
  ['the home is not there', { HOME: '/vanished/home', XDG_CACHE_HOME: '' }],
  ['the cache is a file', { XDG_CACHE_HOME: path.resolve(import.meta.filename) }],
  ['it is not wanted', { NODE_DISABLE_COMPILE_CACHE: '1' }],
])('where %s nothing is kept, and every command works', async (_, env) => {
  const home = await makeFolder();
  const cwd = await makeRepository();
  const { exitCode, stderr } = await cli(['--help'], {
    cwd,
    env: { XDG_CACHE_HOME: path.join(home, 'caches'), ...env },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(await readdir(home)).toEqual([]);
  expect(await readdir('/').then((names) => names.includes('vanished'))).toBe(false);
});

test.each<[NodeJS.Platform, Record<string, string>, string | undefined]>([
  ['linux', { HOME: '/home/ada' }, '/home/ada/.cache/backend-system-architect'],
  ['linux', { HOME: '/home/ada', XDG_CACHE_HOME: '/var/ada' }, '/var/ada/backend-system-architect'],
  ['linux', { HOME: '/home/ada', XDG_CACHE_HOME: 'relative' }, '/home/ada/.cache/backend-system-architect'],
  ['darwin', { HOME: '/Users/ada' }, '/Users/ada/Library/Caches/backend-system-architect'],
  ['win32', { LOCALAPPDATA: '/ada/AppData/Local' }, '/ada/AppData/Local/backend-system-architect/Cache'],
  ['linux', { HOME: 'nowhere' }, undefined],
])('on %s with %j the cache is %s', (platform, env, expected) => {
  expect(findCacheFolder(env, platform)).toBe(expected && path.normalize(expected));
});
