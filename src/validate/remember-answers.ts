import path from 'node:path';
import type { FileAccess, FileStats } from './file-access.js';

/** Most files fit in. A buffer for each of them would be collected late, as it lies outside of the heap. */
const BUFFER_BYTES = 65_536;

/**
 * An access that asks for each path once: whoever uses it sees one state of the files. Contents are not kept, and what `read`
 * returned holds until it is called again.
 */
export function rememberAnswers(access: FileAccess): FileAccess {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  /** What a listing has told: files and folders that are no links. */
  const listed = new Map<string, FileStats>();
  const list = (folder: string): string[] => {
    if (!access.listEntries) return access.list(folder);
    // As the paths that are asked for are written: with no separator at the end but the root's.
    const before = folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`;
    return access.listEntries(folder).map(({ name, kind }) => {
      const file = before + name;
      if (kind) listed.set(file, new ListedFile(kind, file, access));
      return name;
    });
  };
  const statOnce = once((file) => access.stat(file));
  const isLinkOnce = once((file) => access.isLink(file));
  const stat = (file: string) => listed.get(file) ?? statOnce(file);
  return {
    read(file, limit) {
      // No file may have less than fits in.
      const isRegular = stat(file)?.kind === 'file' && (limit === undefined || limit >= BUFFER_BYTES);
      return (isRegular && access.readInto?.(file, buffer)) || access.read(file, limit);
    },
    stat,
    list: once(list),
    realPath: once((file) => access.realPath(file)),
    isLink: (file) => !listed.has(file) && isLinkOnce(file),
  };
}

function once<Answer>(ask: (key: string) => Answer): (key: string) => Answer {
  const answers = new Map<string, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as Answer;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}

/** Of most files that a listing has told of, nobody asks more than what they are. */
class ListedFile implements FileStats {
  readonly kind: 'file' | 'directory';
  readonly #file: string;
  readonly #access: FileAccess;
  #stats: FileStats | undefined;

  constructor(kind: 'file' | 'directory', file: string, access: FileAccess) {
    this.kind = kind;
    this.#file = file;
    this.#access = access;
  }

  get executable(): boolean {
    return this.#found.executable;
  }

  get size(): number {
    return this.#found.size;
  }

  get #found(): FileStats {
    this.#stats ??= this.#access.stat(this.#file) ?? { kind: this.kind, executable: false, size: 0 };
    return this.#stats;
  }
}
