import { readdirSync } from 'node:fs';
import path from 'node:path';
import { adaptPayload } from '../answers/adapt-payload.js';
import type { Answers } from '../answers/answers.js';
import { CONTEXT, CONTEXT_IGNORE } from '../context/ignore.js';
import { type Root, toAbsolute } from '../transaction/root.js';
import type { Disk } from './actual.js';
import { listEntries } from './entries/shipped.js';
import { inspectDisk } from './inspect.js';
import { BACKUPS, type Manifest } from './manifest.js';
import type { Payload } from './payload.js';
import { besideNames } from './plan/beside.js';
import { type Desired, type Plan, planInstall } from './plan/plan.js';
import type { Purge } from './plan/purge.js';

export interface PrepareOptions {
  /** Undefined to uninstall. */
  desired?: Desired | undefined;
  recorded: Manifest | undefined;
  force: boolean;
  purge?: Purge | undefined;
}

export interface Prepared {
  plan: Plan;
  disk: Disk;
}

/** What a payload comes to with these answers. */
export function adapt(payload: Payload, answers: Answers): Desired {
  const { version, files } = adaptPayload(payload, answers);
  return { version, answers, files, entries: listEntries(answers) };
}

/** Looks at what is there, and plans the way from what is recorded to what is desired. */
export function preparePlan(root: Root, { desired, recorded, force, purge }: PrepareOptions): Prepared {
  const wanted = (desired?.files ?? []).flatMap((file) => [file.path, ...besideNames(file.path, file.sha256)]);
  const known = (recorded?.files ?? []).flatMap(({ path: file, backup, beside }) => [file, backup, beside?.path]);
  const ours = [...listFiles(root, BACKUPS), CONTEXT_IGNORE.path];
  const paths = [...wanted, ...known, ...ours, ...(purge?.files ?? [])].filter((file) => file !== undefined);
  const folders = [
    ...(recorded?.folders ?? []),
    ...(purge?.folders ?? []),
    `${CONTEXT}/session`,
    `${CONTEXT}/handoffs`,
  ];
  const disk = inspectDisk(root, paths, folders);
  return { plan: planInstall({ desired, recorded, disk, force, purge }), disk };
}

/** The files below a folder; none where there is none. */
export function listFiles(root: Root, relative: string): string[] {
  try {
    return readdirSync(toAbsolute(root, relative), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const inside = path.relative(toAbsolute(root, relative), path.join(entry.parentPath, entry.name));
        return `${relative}/${inside.split(path.sep).join('/')}`;
      });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
