import path from 'node:path';
import { parseDefinition } from '../definition/parse-definition.js';
import { isObject } from '../is-object.js';
import { agentFiles } from './discover.js';
import type { FileAccess } from './file-access.js';
import { type Layout, readLayout } from './layout.js';
import { listedAgents } from './plugin-agents.js';
import { readInside } from './read-inside.js';
import type { Target } from './target.js';

/** The agents of one folder, as absolute paths by their names: of several with one name the client keeps the last. */
interface Folder {
  /** Under check. */
  checked: Map<string, string>;
  /** The others; read when they are first asked for. */
  neighbours: Map<string, string> | undefined;
}

/**
 * The names of agents by the folder that they lie in. Files under check enter as they are read; their neighbours that are
 * not under check are read once, when the first question about the folder comes.
 */
export class AgentIndex {
  readonly #access: FileAccess;
  readonly #checked: ReadonlySet<string>;
  readonly #folders = new Map<string, Folder>();
  #users: Layout | undefined;

  constructor(access: FileAccess, checked: ReadonlySet<string>) {
    this.#access = access;
    this.#checked = checked;
  }

  /** Takes a name in; of another file that has it, too, the one that the client does not load comes back. */
  add(layout: Layout, name: string, owner: string): { loser: string; winner: string } | undefined {
    const other = this.#find(layout, name);
    const isLast = other === undefined || other < owner;
    if (isLast) this.#folderOf(layout).checked.set(name, owner);
    if (other === undefined) return undefined;
    return isLast ? { loser: other, winner: owner } : { loser: owner, winner: other };
  }

  has(layout: Layout, name: string): boolean {
    return this.#find(layout, name) !== undefined;
  }

  /** The file of the user's own agent with this name. */
  findUsers(userFolder: string, name: string): string | undefined {
    this.#users ??= readLayout(userFolder, { access: this.#access, userFolder });
    return this.#find(this.#users, name);
  }

  #find(layout: Layout, name: string): string | undefined {
    const folder = this.#folderOf(layout);
    folder.neighbours ??= this.#readNeighbours(layout);
    return folder.checked.get(name) ?? folder.neighbours.get(name);
  }

  #folderOf({ root, kind }: Layout): Folder {
    // A plugin's own agents and those that its folder `agents` has for others are never loaded together.
    const key = `${kind}:${root}`;
    const known = this.#folders.get(key);
    if (known) return known;
    const folder: Folder = { checked: new Map(), neighbours: undefined };
    this.#folders.set(key, folder);
    return folder;
  }

  #readNeighbours(layout: Layout): Map<string, string> {
    const owners = new Map<string, string>();
    for (const { file, kind } of this.#filesOf(layout)) {
      const name = this.#checked.has(file) || kind !== 'agent' ? undefined : this.#readName(file, layout);
      if (name !== undefined) owners.set(name, file);
    }
    return owners;
  }

  #filesOf(layout: Layout): Target[] {
    const inFolder = agentFiles(path.join(layout.root, 'agents'), layout, this.#access);
    const listed = layout.kind === 'plugin' ? listedAgents(layout.root, this.#access) : undefined;
    return listed?.map((file): Target => ({ kind: 'agent', file, layout })) ?? inFolder;
  }

  #readName(file: string, layout: Layout): string | undefined {
    const text = readInside(file, layout, this.#access);
    const parsed = text === undefined ? undefined : parseDefinition(text);
    if (parsed?.kind !== 'definition') return undefined;
    const { values } = parsed.definition.frontmatter;
    const { name, description, hooks } = values;
    const isRead = hooks === undefined || hooks === null || isObject(hooks);
    const isLoaded = isRead && typeof description === 'string' && description !== '';
    return isLoaded && typeof name === 'string' && name !== '' ? name.trim() : undefined;
  }
}
