/** Where hooks are registered that hold for a whole session, relative to the repository. */
export const SETTINGS_PATH = '.claude/settings.json';

/** A hook as the client's settings hold it. */
export interface CommandHook {
  type: 'command';
  command: string;
  /** In seconds. */
  timeout: number;
}

/** A hook that the client does not run from an agent's frontmatter, so that it has to be registered in the settings. */
export interface SessionHook {
  event: string;
  /** Which agents or tools it is for; without one it is for all of them. */
  matcher?: string;
  hook: CommandHook;
}

/** Everything that is registered. */
export const SESSION_HOOKS: readonly SessionHook[] = [
  // For every agent: handoffs are left for others, and each has to be given its own.
  { event: 'SubagentStart', hook: runScript('agent-start.sh', 10) },
];

function runScript(name: string, timeout: number): CommandHook {
  // Quoted for the shell: the path of a project may have a space.
  return { type: 'command', command: `"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/${name}`, timeout };
}
