import path from 'node:path';
import { UsageError } from '../errors.js';

/**
 * What no folder may have: what Boundaries would read as a glob, a remark or the end of an entry, what Markdown would
 * read as code, and what Windows has in no name.
 */
const REFUSED = /[\p{Cc}\p{Zl}\p{Zp},*?[\]{}()!"`<>|:]/u;

const HELP =
  'Name a folder below the repository, such as services/api, or "." for the repository itself; the application package ' +
  'may follow behind a colon, as in services/api:src/shop.';

/**
 * Reads `root` or `root:app`, in any spelling of a relative path.
 * @throws {UsageError} when a part is no folder of a repository, or has characters that Boundaries cannot hold
 */
export function readBackendFolder(text: string): { root: string; app?: string } {
  const colon = /^\s*[A-Za-z]:(?:[\\/]|$)/.test(text) ? -1 : text.lastIndexOf(':');
  if (colon === -1) return { root: readFolder(text) };
  const app = text.slice(colon + 1).trim();
  return { root: readFolder(text.slice(0, colon)), app: app === '' ? '' : withoutDot(readFolder(app)) };
}

/** Whether a text is a folder as `readBackendFolder` gives it. */
export function isBackendRoot(text: string): boolean {
  return findFault(text) === undefined && normalise(text) === text;
}

/** The same for the package below it, which may be none. */
export function isAppFolder(text: string): boolean {
  return text === '' || (text !== '.' && isBackendRoot(text));
}

function readFolder(text: string): string {
  const fault = findFault(text);
  if (fault) throw new UsageError(`The backend folder cannot be "${text}": ${fault}.`, HELP);
  return normalise(text);
}

function findFault(text: string): string | undefined {
  if (text.trim() === '') return 'it names nothing';
  if (/^\s*(?:[\\/]|[A-Za-z]:(?:[\\/]|$))/.test(text)) return 'it is an absolute path';
  if (/^\s*~/.test(text)) return 'it starts with "~"';
  const [character] = REFUSED.exec(text.trim()) ?? [];
  if (character !== undefined) return `it has the character ${JSON.stringify(character)}`;
  return /^\.\.(?:\/|$)/.test(normalise(text)) ? 'it leads out of the repository' : undefined;
}

/** Forward slashes, no blanks around a name, no `.` and `..` inside, no slash at the end. */
function normalise(text: string): string {
  const names = text.split(/[\\/]/).map((name) => name.trim());
  const plain = path.posix.normalize(names.join('/'));
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

function withoutDot(folder: string): string {
  return folder === '.' ? '' : folder;
}
