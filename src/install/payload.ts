import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONTEXT_IGNORE } from '../context/ignore.js';
import { sha256 } from '../transaction/files.js';
import { listPayload, readPayloadIndex } from './payload-index.js';

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

/** Reads the payload that lies in the package's root; files come sorted by path. */
export function readPayload(packageRoot: string): Payload {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const index = readPayloadIndex(packageRoot);
  const shipped = listPayload(packageRoot).map((file): PayloadFile => {
    const content = readFileSync(packageRoot + path.sep + file);
    const [bytes, indexed] = index[file] ?? [];
    // Somebody may work on the package without building it.
    const hash = indexed !== undefined && content.length === bytes ? indexed : sha256(content);
    return { path: `.claude/${file}`, content, sha256: hash, executable: file.endsWith('.sh') };
  });
  const files = [...shipped, IGNORE];
  return { version, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

const IGNORE: PayloadFile = {
  path: CONTEXT_IGNORE.path,
  content: Buffer.from(CONTEXT_IGNORE.text),
  sha256: CONTEXT_IGNORE.sha256,
  executable: false,
};
