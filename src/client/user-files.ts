import path from 'node:path';

/** Where the client keeps what is the user's own; nothing where no home is known. */
export interface UserFiles {
  /** His agents, skills and settings. */
  folder: string | undefined;
  /** The client's state: which workspaces are trusted, and his MCP servers. */
  state: string | undefined;
}

/** `CLAUDE_CONFIG_DIR` moves the folder, and the state into it (client 2.1.330). */
export function findUserFiles(env: Readonly<Record<string, string | undefined>>): UserFiles {
  const { CLAUDE_CONFIG_DIR: moved } = env;
  if (moved) return { folder: moved, state: path.join(moved, '.claude.json') };
  const home = env.HOME ?? env.USERPROFILE;
  if (!home) return { folder: undefined, state: undefined };
  return { folder: path.join(home, '.claude'), state: path.join(home, '.claude.json') };
}
