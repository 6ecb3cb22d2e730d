import { parseDefinition } from '../definition/parse-definition.js';
import { AgentIndex } from './agent-index.js';
import type { RunContext } from './checks/context.js';
import type { FileAccess } from './file-access.js';
import { type Finding, finding } from './finding.js';
import type { Layout } from './layout.js';
import { readText } from './read-text.js';
import type { Target } from './target.js';

/** A finding that comes of looking across files. */
export interface Twin {
  found: Finding;
  target: Target;
  /** Of the file that it is in. */
  text: string;
}

/** The names of the agents of a run, by the numbers of their files. */
export class AgentNames {
  readonly #targets: readonly Target[];
  readonly #context: RunContext;
  readonly #access: FileAccess;
  readonly #names: (string | undefined)[] = [];
  readonly #index: AgentIndex;

  constructor(targets: readonly Target[], context: RunContext, access: FileAccess) {
    this.#targets = targets;
    this.#context = context;
    this.#access = access;
    this.#index = new AgentIndex(access, new Set(targets.map(({ file }) => file)));
  }

  /** Undefined for a file that defines no agent, or one that is not loaded. */
  set(at: number, name: string | undefined): void {
    this.#names[at] = name;
  }

  /**
   * Agents of one name, once all names are known: in one folder the client loads the last file alone, and a project's hides
   * the user's. `show` makes the path of a file one to read.
   */
  findTwins(show: (file: string) => string): Twin[] {
    const twins: Twin[] = [];
    // From the last: of files with one name it is the one that is loaded.
    for (let at = this.#targets.length - 1; at >= 0; at -= 1) {
      const [target, name] = [this.#targets[at], this.#names[at]];
      const twin = target && name ? this.#findTwin(target, name, show) : undefined;
      if (twin) twins.push(twin);
    }
    return twins;
  }

  /** Whether a file of the layout could hand work on to an agent of this name. */
  has(layout: Layout, name: string): boolean {
    const { client, userFolder } = this.#context;
    return (
      client.builtInAgents.has(name) ||
      this.#index.has(layout, name) ||
      (userFolder !== undefined && this.#index.findUsers(userFolder, name) !== undefined)
    );
  }

  #findTwin(target: Target, name: string, show: (file: string) => string): Twin | undefined {
    const { layout, file } = target;
    const twins = this.#index.add(layout, name.trim(), file);
    if (twins) {
      const text = this.#read(twins.loser);
      const found = finding('agent-name-duplicate', locateName(text), { name, other: show(twins.winner) });
      const isOther = twins.loser !== file;
      return { found: isOther ? { ...found, source: { file: twins.loser, text } } : found, target, text };
    }
    const { userFolder } = this.#context;
    if (layout.kind !== 'project' || userFolder === undefined) return undefined;
    const users = this.#index.findUsers(userFolder, name.trim());
    if (users === undefined) return undefined;
    const text = this.#read(file);
    return { found: finding('agent-name-shadows-user', locateName(text), { name, other: users }), target, text };
  }

  #read(file: string): string {
    return readText(this.#access.read(file)).text;
  }
}

function locateName(text: string) {
  const parsed = parseDefinition(text);
  const { line, column } =
    parsed.kind === 'definition' ? parsed.definition.frontmatter.locate(['name']) : { line: 1, column: 1 };
  return { line, column };
}
