/** Something that not every version of the client can do. */
export interface Feature {
  /** In words, as the subject of a sentence. */
  what: string;
  /** The first of the measured versions that has it (conformance/versions.json). */
  since: string;
}

/** What an agent may rely on, and older clients ignore. */
export const FEATURES = {
  hookArgs: { what: 'A hook with "args"', since: '2.1.150' },
  mcpToolHooks: { what: 'A hook of the type "mcp_tool"', since: '2.1.150' },
  matcherLists: { what: 'A matcher with commas or blanks', since: '2.1.200' },
  permissionRequestHooks: { what: 'A PermissionRequest hook in an agent file', since: '2.1.330' },
  toolBatchHooks: { what: 'A PostToolBatch hook', since: '2.1.150' },
  serverPatterns: { what: 'A pattern for all tools of an MCP server', since: '2.1.200' },
  memory: { what: '"memory"', since: '2.1.100' },
  initialPrompt: { what: '"initialPrompt"', since: '2.1.100' },
  omitClaudeMd: { what: '"omitClaudeMd"', since: '2.1.330' },
  cacheTtl: { what: '"cacheTtl"', since: '2.1.250' },
  remoteIsolation: { what: 'The isolation "remote"', since: '2.1.200' },
  autoMode: { what: 'The permission mode "auto"', since: '2.1.100' },
  manualMode: { what: 'The permission mode "manual"', since: '2.1.200' },
  mergeKeys: { what: 'A merge key (<<)', since: '2.1.150' },
} satisfies Record<string, Feature>;

/** What older clients cannot read, so that they do not load the file. */
export const SYNTAX = {
  byteOrderMark: { what: 'A file that starts with a byte order mark', since: '2.1.250' },
  repairedYaml: { what: 'A plain value with ": "', since: '2.1.100' },
  tabs: { what: 'Indentation with tabs', since: '2.1.200' },
  duplicateKeys: { what: 'A key that stands more than once', since: '2.1.150' },
} satisfies Record<string, Feature>;

/** What newer clients refuse and older ones take. */
export const REFUSALS = {
  brokenGuards: { what: 'A guard that cannot be read', since: '2.1.330' },
  longNames: { what: 'A name of over 256 characters', since: '2.1.330' },
  colonsInNames: { what: 'A colon in a name', since: '2.1.250' },
  dashesBeforeNames: { what: 'A dash in front of a name', since: '2.1.200' },
  largeFiles: { what: 'A file of over 1 MiB', since: '2.1.200' },
} satisfies Record<string, Feature>;

/** Keys of a hook entry that older clients do not look at. */
export const HOOK_KEYS = { if: '2.1.100', shell: '2.1.100', onFailure: '2.1.330' } as const;

/** Orders versions such as 2.1.150 by their numbers. */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let part = 0; part < 3; part += 1) {
    const order = (left[part] ?? 0) - (right[part] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** There are few versions, and each file is held against several of them. */
const parts = new Map<string, readonly number[]>();

function partsOf(version: string): readonly number[] {
  const known = parts.get(version);
  if (known) return known;
  const read = version.split('.').map(Number);
  parts.set(version, read);
  return read;
}
