import { constants } from 'node:fs';
import path from 'node:path';
import fs from 'fs-extra';
import { UsageError } from '../errors.js';
import { replaceFile } from '../replace-file.js';
import type { FileFix, FixPlan, NotFixed } from './fix-plan.js';

/**
 * Carries out a plan; the only code of `--fix` that writes. `onDone` is called after each file, so that what is done is
 * known when a later one fails.
 *
 * @returns the files that were changed since the plan was made, which are left as they are
 * @throws {UsageError} for a file or folder that is read-only, or the system's error
 */
export async function applyFixes({ fixes }: FixPlan, onDone: (fix: FileFix) => void): Promise<NotFixed[]> {
  const notFixed: NotFixed[] = [];
  for (const fix of fixes) {
    if (await isUnchanged(fix)) {
      await applyFix(fix);
      onDone(fix);
    } else notFixed.push({ file: fix.file, rules: fix.rules, reason: 'it was changed in the meantime' });
  }
  return notFixed;
}

async function isUnchanged({ path: file, before }: FileFix): Promise<boolean> {
  const real = await fs.realpath(file).catch(() => undefined);
  return real === file && Buffer.compare(await fs.readFile(file), before) === 0;
}

async function applyFix({ path: file, before, after, makesExecutable }: FileFix): Promise<void> {
  const mode = (await fs.stat(file)).mode & 0o7777;
  const wanted = makesExecutable ? mode | ((mode & 0o444) >> 2) : mode;
  if (Buffer.compare(before, after) === 0) return fs.chmod(file, wanted);
  await checkWritable(file);
  await checkWritable(path.dirname(file));
  await replaceFile(file, Buffer.from(after), wanted, { exactMode: true });
}

/** A rename does not ask whether the file may be written, and root may write everything; the mode says what was meant. */
async function checkWritable(file: string): Promise<void> {
  await fs.access(file, constants.W_OK);
  if (((await fs.stat(file)).mode & 0o222) !== 0) return;
  throw new UsageError(`${file} is read-only.`, 'Make it writable, and run the command again.');
}
