import type { Layout } from '../layout.js';
import type { Target } from '../target.js';

/** What a thread gets to work on; what is the same for many files stands there once. */
export interface Share {
  files: string[];
  kinds: Target['kind'][];
  layouts: Layout[];
  /** Of each file, the number of its layout. */
  layoutOf: number[];
  /** Version of the client that the verdicts are about. */
  client: string;
  userFolder: string | undefined;
  userState: string | undefined;
  /** Whether to say what the verdicts rest on. */
  isTraced: boolean;
  /** How many of the files have been taken, by all threads. */
  taken: Int32Array;
}

/** How many files a thread takes at once. */
const CHUNK = 64;

/** The numbers of the files that nobody has taken yet, a chunk at a time. */
export function* takeFiles({ taken }: Pick<Share, 'taken'>, count: number): Generator<number> {
  for (let start = Atomics.add(taken, 0, CHUNK); start < count; start = Atomics.add(taken, 0, CHUNK)) {
    for (let at = start; at < Math.min(start + CHUNK, count); at += 1) yield at;
  }
}

export function packTargets(targets: readonly Target[]): Pick<Share, 'files' | 'kinds' | 'layouts' | 'layoutOf'> {
  const layouts = new Map<string, { layout: Layout; number: number }>();
  const layoutOf = targets.map(({ layout }) => {
    const key = JSON.stringify(layout);
    const known = layouts.get(key) ?? { layout, number: layouts.size };
    layouts.set(key, known);
    return known.number;
  });
  return {
    files: targets.map(({ file }) => file),
    kinds: targets.map(({ kind }) => kind),
    layouts: [...layouts.values()].map(({ layout }) => layout),
    layoutOf,
  };
}

export function unpackTarget({ files, kinds, layouts, layoutOf }: Share, at: number): Target {
  const [file, kind, layout] = [files[at], kinds[at], layouts[layoutOf[at] ?? -1]];
  if (file === undefined || kind === undefined || !layout) throw new RangeError(`There is no file number ${at}.`);
  return { file, kind, layout };
}
