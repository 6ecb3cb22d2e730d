/** Where the backend is: the folder that holds it, relative to the repository, and the application package below it. */
export interface BackendFolder {
  /** `.` is the repository itself. */
  root: string;
  /** Empty where the modules lie in the root itself. */
  app: string;
}

/** What adapts an installation to a repository; it stands in the manifest, and an upgrade uses it again. */
export interface Answers {
  /** The repository's `.claude`, or the user's own, which serves every project. */
  scope: 'project' | 'user';
  backend: BackendFolder;
  /** Names, sorted. */
  skills: 'all' | string[];
  /** Whether prompts are routed to the agent. */
  router: boolean;
  /** Names of MCP servers, sorted; none is an empty list. */
  mcp: 'all' | string[];
  /** What the client starts a hook by: the shell, or Node.js where there is none. */
  hookStarter: 'sh' | 'node';
}

export const DEFAULT_ANSWERS: Answers = {
  scope: 'project',
  backend: { root: 'backend', app: 'app' },
  skills: 'all',
  router: true,
  mcp: 'all',
  hookStarter: 'sh',
};
