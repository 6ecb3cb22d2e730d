import { lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { baseOf, type Root, toAbsolute } from '../transaction/root.js';
import type { Targets } from '../transaction/targets.js';

/** Whether a path can be looked at: it is there, it is not, or something keeps it from being there. */
export type Found = { kind: 'there' } | { kind: 'absent' } | { kind: 'blocked'; by: string; help: string };

type Folder = { kind: 'listed'; names: ReadonlySet<string> } | Exclude<Found, { kind: 'there' }>;

/** Finds paths by the listings of their folders, each read once: what differs only in case shows only there. */
export class FolderListing {
  readonly #root: Root;
  readonly #targets: Targets;
  readonly #folders = new Map<string, Folder>();

  constructor(targets: Targets) {
    this.#root = targets.root;
    this.#targets = targets;
  }

  /** @throws {UsageError} when a folder on the way leaves the root by a symbolic link that is not to be followed */
  find(relative: string): Found {
    const slash = relative.lastIndexOf('/');
    const folder = this.#list(slash === -1 ? '' : relative.slice(0, slash));
    if (folder.kind !== 'listed') return folder;
    const name = relative.slice(slash + 1);
    if (folder.names.has(name)) return { kind: 'there' };
    const other = [...folder.names].find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (other === undefined) return { kind: 'absent' };
    // On a disk that tells no case apart the two are one: it is there.
    if (lstatSync(toAbsolute(this.#root, relative), { throwIfNoEntry: false })) return { kind: 'there' };
    return {
      kind: 'blocked',
      by: `${relative.slice(0, slash + 1)}${other}, which differs from ${name} only in upper and lower case,`,
      help: 'Rename or move it: on the disks of macOS and Windows the two are one.',
    };
  }

  /** Looks at a folder for its own sake. */
  look(relative: string): void {
    this.#list(relative);
  }

  /** Every folder that was listed, and those on the way to it. */
  existing(): Set<string> {
    return new Set([...this.#folders].flatMap(([path, { kind }]) => (kind === 'listed' && path !== '' ? [path] : [])));
  }

  #list(relative: string): Folder {
    const known = this.#folders.get(relative);
    if (known) return known;
    const folder = this.#read(relative);
    this.#folders.set(relative, folder);
    return folder;
  }

  #read(relative: string): Folder {
    const found = this.#isGiven(relative) ? ({ kind: 'there' } as const) : this.find(relative);
    if (found.kind !== 'there') return found;
    const absolute = relative === '' ? baseOf(this.#root) : this.#targets.resolve(relative);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (!stats && this.#isGiven(relative)) return { kind: 'absent' };
    if (!stats)
      return { kind: 'blocked', by: `the link ${relative}, which leads nowhere,`, help: 'Mend or remove it.' };
    if (!stats.isDirectory()) {
      return { kind: 'blocked', by: `the file ${relative}`, help: 'Move the file away: a folder must stand there.' };
    }
    return { kind: 'listed', names: new Set(readdirSync(absolute)) };
  }

  /** The folder in which everything lies, and a configuration that was moved and so has another name. */
  #isGiven(relative: string): boolean {
    return relative === '' || (relative === '.claude' && path.basename(this.#root.claudeFolder) !== '.claude');
  }
}
