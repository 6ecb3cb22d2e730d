import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { makeContextFolder } from '../context/ignore.js';
import { UsageError } from '../errors.js';
import { replaceFile } from '../replace-file.js';
import { PAGE_START } from './page-start.js';

/** Where the page is put unless another file is named, in the context folder of a repository. */
export const PAGE_NAME = 'report.html';

/**
 * Writes the page into a file that is not there or is an earlier page of ours; with `force` in place of any file.
 *
 * @throws {UsageError} when something else stands there, or the folder is missing
 */
export async function writePage(file: string, page: string, { force }: { force: boolean }): Promise<void> {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    throw new UsageError(`${file} is a folder.`, 'Name a file for the page; the repository stands before --html.');
  }
  if (stats && !force && !isOurPage(file)) {
    throw new UsageError(
      `${file} is there and is no page that this command wrote, so it stays as it is.`,
      'Name another file, move this one away, or replace it with --force.',
    );
  }
  const folder = path.dirname(file);
  if (!lstatSync(folder, { throwIfNoEntry: false })) {
    throw new UsageError(`There is no folder ${folder} for the page.`, 'Make it, or name another file.');
  }
  await replaceFile(file, page, 0o644);
}

/** Writes it to where it stands by default, which git is told to leave out. */
export async function writeContextPage(
  contextFolder: string,
  page: string,
  options: { force: boolean },
): Promise<string> {
  const file = path.join(contextFolder, PAGE_NAME);
  makeContextFolder(contextFolder);
  await writePage(file, page, options);
  return file;
}

/** Whether a file begins as our pages do; a link to one, or what is no regular file, is not ours. */
export function isOurPage(file: string): boolean {
  if (!lstatSync(file).isFile()) return false;
  const start = Buffer.alloc(Buffer.byteLength(PAGE_START));
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, start, 0, start.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return start.toString('utf8') === PAGE_START;
}
