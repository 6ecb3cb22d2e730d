import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../transaction/files.js';

/** The size in bytes and the SHA-256 of each file of the payload, by its path in the package, with forward slashes. */
export type PayloadIndex = Readonly<Record<string, readonly [bytes: number, sha256: string]>>;

const INDEX = 'dist/payload.json';

/**
 * What the build wrote down of the payload: to hash eighty files takes Node.js' cryptography, which takes longer to load than
 * all that an installation does when there is nothing to do. Nothing where the package was not built.
 */
export function readPayloadIndex(packageRoot: string): PayloadIndex {
  try {
    return JSON.parse(readFileSync(path.join(packageRoot, INDEX), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return {};
  }
}

/** What the build is to write down. */
export function indexPayload(packageRoot: string): PayloadIndex {
  const files = listPayload(packageRoot).map((file) => {
    const content = readFileSync(path.join(packageRoot, file));
    return [file, [content.length, sha256(content)]] as const;
  });
  return Object.fromEntries(files);
}

/** `hooks` has the plugin's hooks.json, too, which is no file of a repository. */
const FOLDERS = ['agents', 'hooks/agent', 'skills'];

/** The files of the payload, relative to the package. */
export function listPayload(packageRoot: string): string[] {
  return FOLDERS.flatMap((folder) => {
    const absolute = path.join(packageRoot, folder);
    return readdirSync(absolute, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${folder}${parentPath.slice(absolute.length)}${path.sep}${name}`)
      .map((file) => (path.sep === '/' ? file : file.replaceAll(path.sep, '/')));
  });
}
