import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

/** Makes an empty git repository whose path has a space; it is removed when the test ends. */
export async function makeRepository(files: Record<string, string | Buffer> = {}): Promise<string> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'repository-')));
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }));
  const repository = path.join(parent, 'my project');
  await mkdir(repository);
  await promisify(execFile)('git', ['init', '--quiet', repository]);
  await writeFiles(repository, files);
  return repository;
}

export async function writeFiles(root: string, files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    if (name.endsWith('.sh')) await chmod(file, 0o755);
  }
}

/** Every path below a folder with its mode and content, `.git` left out: equal snapshots are equal byte for byte. */
export async function snapshot(root: string): Promise<Record<string, string>> {
  const entries: Record<string, string> = {};
  const walk = async (folder: string) => {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      if (folder === '' && entry.name === '.git') continue;
      const relative = path.posix.join(folder, entry.name);
      const absolute = path.join(root, relative);
      if (entry.isDirectory()) {
        entries[`${relative}/`] = '';
        await walk(relative);
      } else if (entry.isSymbolicLink()) entries[relative] = `-> ${await readlink(absolute)}`;
      else {
        const mode = ((await stat(absolute)).mode & 0o777).toString(8);
        entries[relative] = `${mode} ${(await readFile(absolute)).toString('base64')}`;
      }
    }
  };
  await walk('');
  return entries;
}
