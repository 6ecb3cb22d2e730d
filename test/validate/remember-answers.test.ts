import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { diskAccess, FileTooLarge } from '../../src/validate/file-access.js';
import { rememberAnswers } from '../../src/validate/remember-answers.js';
import { makeRepository } from '../support/repository.js';

/** The disk, and what is asked of it. */
function watchedDisk() {
  return { ...diskAccess, stat: vi.fn(diskAccess.stat), isLink: vi.fn(diskAccess.isLink) };
}

test('what a listing has told of is asked about once, when more than its kind is wanted', async () => {
  const folder = path.join(await makeRepository({ 'agents/a.md': 'abc' }), 'agents');
  await mkdir(path.join(folder, 'below'));
  const disk = watchedDisk();
  const access = rememberAnswers(disk);
  expect(access.list(folder)).toEqual(['a.md', 'below']);
  expect(access.stat(path.join(folder, 'a.md'))?.kind).toBe('file');
  expect(access.stat(path.join(folder, 'below'))?.kind).toBe('directory');
  expect(access.isLink(path.join(folder, 'a.md'))).toBe(false);
  expect(Buffer.from(access.read(path.join(folder, 'a.md'))).toString()).toBe('abc');
  expect(disk.stat).not.toHaveBeenCalled();
  expect(disk.isLink).not.toHaveBeenCalled();
  const stats = access.stat(path.join(folder, 'a.md'));
  expect([stats?.size, stats?.executable]).toEqual([3, process.platform === 'win32']);
  expect(disk.stat).toHaveBeenCalledTimes(1);
});

test.skipIf(process.platform === 'win32')('of a link a listing tells nothing', async () => {
  const folder = path.join(await makeRepository({ 'agents/a.md': 'abc' }), 'agents');
  await symlink(path.join(folder, 'a.md'), path.join(folder, 'link.md'));
  await symlink(path.join(folder, 'nowhere'), path.join(folder, 'lost.md'));
  const access = rememberAnswers(diskAccess);
  expect(access.list(folder)).toEqual(['a.md', 'link.md', 'lost.md']);
  expect(access.isLink(path.join(folder, 'link.md'))).toBe(true);
  expect(access.stat(path.join(folder, 'link.md'))?.kind).toBe('file');
  expect(access.stat(path.join(folder, 'lost.md'))).toBeUndefined();
});

/** The buffer that files are read into has this size. */
const BUFFER = 65_536;

test.each([0, 1, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER])('a file of %i bytes is read whole', async (size) => {
  const content = Buffer.alloc(size, 'abcdefg');
  const root = await makeRepository({ 'a.md': content });
  const access = rememberAnswers(diskAccess);
  expect(Buffer.from(access.read(path.join(root, 'a.md'))).equals(content)).toBe(true);
  expect(Buffer.from(access.read(path.join(root, 'a.md'), Math.max(size, 1))).equals(content)).toBe(true);
});

test.each([10, BUFFER, 2 * BUFFER])(
  'of a file over a limit of %i bytes nothing is read, and its size is told',
  async (limit) => {
    const root = await makeRepository({ 'a.md': Buffer.alloc(limit + 1, 'x') });
    for (const access of [diskAccess, rememberAnswers(diskAccess)]) {
      const read = () => access.read(path.join(root, 'a.md'), limit);
      expect(read).toThrow(FileTooLarge);
      expect(read).toThrow(expect.objectContaining({ bytes: limit + 1 }));
    }
  },
);

test('a file that has gone since it was listed cannot be read, and has no size', async () => {
  const folder = path.join(await makeRepository({ 'agents/a.md': 'abc' }), 'agents');
  const access = rememberAnswers({ ...diskAccess, listEntries: () => [{ name: 'gone.md', kind: 'file' }] });
  expect(access.list(folder)).toEqual(['gone.md']);
  expect(() => access.read(path.join(folder, 'gone.md'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(access.stat(path.join(folder, 'gone.md'))).toMatchObject({ kind: 'file', executable: false, size: 0 });
});

test('a file that no listing has told of is read; a folder is no file', async () => {
  const root = await makeRepository({ 'agents/a.md': 'abc' });
  const access = rememberAnswers(diskAccess);
  await writeFile(path.join(root, 'b.md'), 'b');
  expect(Buffer.from(access.read(path.join(root, 'b.md'))).toString()).toBe('b');
  expect(() => access.read(path.join(root, 'agents'))).toThrow();
});
