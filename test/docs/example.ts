import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readProfile } from '../../src/client/read-profile.js';
import { readSettings } from '../../src/validate/config/settings.js';
import { diskAccess } from '../../src/validate/file-access.js';
import type { ValidateOptions } from '../../src/validate/options.js';
import { makeRepository } from '../support/repository.js';
import type { Block } from './rule-page.js';

/** Makes the files of an example in a fresh repository and runs its commands there; what to validate comes back. */
export async function makeExample(blocks: readonly Block[]): Promise<ValidateOptions> {
  const repository = await makeRepository();
  const home = path.join(repository, '../home');
  await mkdir(home);
  for (const block of blocks) await carryOut(block, repository, home);
  // Nothing of the user's is read where the example has nothing of the kind.
  const user = blocks.some(({ info }) => info.includes(' ~/'))
    ? { userFolder: path.join(home, '.claude'), userState: path.join(home, '.claude.json') }
    : {};
  const { client, ...levels } = await readSettings(repository, {});
  return { paths: [repository], cwd: repository, access: diskAccess, client: readProfile(client), ...levels, ...user };
}

/** Whether an example can be made only where there are a shell and run bits. */
export function needsShell(blocks: readonly Block[]): boolean {
  return blocks.some(({ info }) => info === 'console' || info.includes(' mode='));
}

async function carryOut({ info, text }: Block, repository: string, home: string): Promise<void> {
  if (info === 'console') {
    for (const [, command = ''] of text.matchAll(/^\$ (.+)$/gm)) {
      await promisify(execFile)('sh', ['-c', command], {
        cwd: repository,
        env: { PATH: process.env.PATH, HOME: home },
      });
    }
    return;
  }
  const { name, mode } = readInfo(info);
  const file = name.startsWith('~/') ? path.join(home, name.slice(2)) : path.join(repository, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text === '' ? '' : `${text}\n`);
  if (mode !== undefined) await chmod(file, mode);
}

/** `json .claude/settings.json` or `sh .claude/hooks/check.sh mode=755`: the language, the file, its mode. */
export function readInfo(info: string): { name: string; mode?: number } {
  const match = /^[a-z]+ ([\w./~-]+)(?: mode=([0-7]{3}))?$/.exec(info);
  if (!match?.[1]) throw new Error(`"${info}" names no file.`);
  return { name: match[1], ...(match[2] ? { mode: Number.parseInt(match[2], 8) } : {}) };
}
