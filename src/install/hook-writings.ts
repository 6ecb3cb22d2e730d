import { existsSync } from 'node:fs';
import { isOurPage, PAGE_NAME } from '../activity/page-file.js';
import { CONTEXT } from '../context/ignore.js';
import { type Root, toAbsolute } from '../transaction/root.js';
import type { Purge } from './plan/purge.js';
import { listFiles } from './prepare.js';

/** Every file that a hook may have written, with what a killed writer leaves; other files there are somebody else's. */
const WRITTEN = [
  /^session\/state(?:\.unreadable-[^/]*)?\.json$/,
  /^session\/(?:inbox|attempts|history)\/[^/]+$/,
  /^knowledge\/decisions\/active(?:\.unreadable-[^/]*)?\.json$/,
  /^handoffs\/[^/]+\.json$/,
  /^(?:session\/state|knowledge\/decisions\/active|handoffs\/[^/]+)\.json\.(?:lock.*|\d+-\d+\.tmp)$/,
  /^report\.html\.\d+\.tmp$/,
];

const FOLDERS = [
  'session',
  'session/inbox',
  'session/attempts',
  'session/history',
  'knowledge',
  'knowledge/decisions',
  'handoffs',
];

/** What the hooks wrote into a project's context, and the page that was made of it. */
export function listHookWritings(root: Root): Purge {
  const files = listFiles(root, CONTEXT).filter((file) => {
    const inside = file.slice(CONTEXT.length + 1);
    if (inside === PAGE_NAME) return isOurPage(toAbsolute(root, file));
    return WRITTEN.some((pattern) => pattern.test(inside));
  });
  const folders = FOLDERS.map((folder) => `${CONTEXT}/${folder}`).filter((folder) =>
    existsSync(toAbsolute(root, folder)),
  );
  return { files, folders: files.length > 0 ? [CONTEXT, ...folders] : folders };
}
