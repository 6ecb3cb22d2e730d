/** Where hooks are registered that hold for a whole session, relative to the repository. */
export const SETTINGS_PATH = '.claude/settings.json';
/** Where a project's MCP servers are configured. */
export const SERVERS_PATH = '.mcp.json';

export const SHARED_FILES = [SETTINGS_PATH, SERVERS_PATH] as const;
/** A file that is the user's, and holds entries of ours. */
export type SharedFile = (typeof SHARED_FILES)[number];

/** A hook as the client's settings hold it. */
export interface CommandHook {
  type: 'command';
  command: string;
  args?: string[] | undefined;
  /** In seconds. */
  timeout: number;
}

/** A hook that the client does not run from an agent's frontmatter, so that it has to be registered in the settings. */
export interface HookEntry {
  kind: 'hook';
  event: string;
  /** Which agents or tools it is for; without one it is for all of them. */
  matcher?: string | undefined;
  hook: CommandHook;
}

/** A server that the client starts and speaks to over stdio. */
export interface ServerEntry {
  kind: 'server';
  name: string;
  server: { command: string; args: string[]; env?: Record<string, string> | undefined };
}

/** Something of ours in a file that is not. */
export type Entry = HookEntry | ServerEntry;

export function fileOf({ kind }: Entry): SharedFile {
  switch (kind) {
    case 'hook':
      return SETTINGS_PATH;
    case 'server':
      return SERVERS_PATH;
  }
}

/** What an entry is called towards the user. */
export function labelOf(entry: Entry): string {
  switch (entry.kind) {
    case 'hook':
      return `the ${entry.event} hook`;
    case 'server':
      return `the server ${entry.name}`;
  }
}

/** A later version may give an entry other values; with another command a hook is another entry. */
export function isSameEntry(one: Entry, other: Entry): boolean {
  if (one.kind === 'server' || other.kind === 'server') {
    return one.kind === 'server' && other.kind === 'server' && one.name === other.name;
  }
  return one.event === other.event && one.matcher === other.matcher && hookKey(one) === hookKey(other);
}

function hookKey({ hook: { command, args } }: HookEntry): string {
  return JSON.stringify([command, args]);
}

/** What the file holds of an entry. */
export function contentOf(entry: Entry): unknown {
  switch (entry.kind) {
    case 'hook':
      return entry.hook;
    case 'server':
      return entry.server;
  }
}
