import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONTEXT_IGNORE } from '../context/ignore.js';
import { sha256 } from '../transaction/files.js';

export { sha256 };

/** A file that belongs into a repository. */
export interface PayloadFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  content: Buffer;
  sha256: string;
  executable: boolean;
}

/** Every file that one version of the package installs. */
export interface Payload {
  version: string;
  files: PayloadFile[];
}

/** `hooks` has the plugin's hooks.json, too, which is no file of a repository. */
const FOLDERS = ['agents', 'hooks/agent', 'skills'];

/** Reads the payload that lies in the package's root; files come sorted by path. */
export function readPayload(packageRoot: string): Payload {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const shipped = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(packageRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => {
        const relative = path.relative(packageRoot, file).split(path.sep).join('/');
        return payloadFile(`.claude/${relative}`, readFileSync(file), relative.endsWith('.sh'));
      }),
  );
  const files = [...shipped, payloadFile(CONTEXT_IGNORE.path, Buffer.from(CONTEXT_IGNORE.text), false)];
  return { version, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function payloadFile(file: string, content: Buffer, executable: boolean): PayloadFile {
  return { path: file, content, sha256: sha256(content), executable };
}
