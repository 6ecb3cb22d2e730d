import { createHash } from 'node:crypto';
import path from 'node:path';
import fs from 'fs-extra';
import { SESSION_HOOKS, type SessionHook } from './session-hooks.js';

/** A file that belongs into a repository. */
export interface PayloadFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  content: Buffer;
  sha256: string;
  executable: boolean;
}

/** Everything that one version of the package installs. */
export interface Payload {
  version: string;
  files: PayloadFile[];
  sessionHooks: readonly SessionHook[];
}

const FOLDERS = ['agents', 'hooks', 'skills'];

/** Reads the payload that lies in the package's root; files come sorted by path. */
export async function readPayload(packageRoot: string): Promise<Payload> {
  const { version } = (await fs.readJson(path.join(packageRoot, 'package.json'))) as { version: string };
  const files: PayloadFile[] = [];
  for (const folder of FOLDERS) {
    const names = await fs.readdir(path.join(packageRoot, folder), { recursive: true });
    for (const name of (names as string[]).map((entry) => entry.split(path.sep).join('/')).sort()) {
      const source = path.join(packageRoot, folder, name);
      if (!(await fs.stat(source)).isFile()) continue;
      const content = await fs.readFile(source);
      const executable = name.endsWith('.sh');
      files.push({ path: `.claude/${folder}/${name}`, content, sha256: sha256(content), executable });
    }
  }
  return { version, files, sessionHooks: SESSION_HOOKS };
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
