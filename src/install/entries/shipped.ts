import type { Answers } from '../../answers/answers.js';
import { hookCommand } from '../../answers/hook-command.js';
import type { Entry, HookEntry, ServerEntry } from './entry.js';

/** A hook that is registered for the whole session, by the name of its script. */
export const SESSION_HOOKS: readonly { event: string; name: string; timeout: number; isRouter?: true }[] = [
  // For every agent: handoffs are left for others, and each has to be given its own.
  { event: 'SubagentStart', name: 'agent-start', timeout: 10 },
  // The model reads descriptions sparingly; what is said beside a prompt does reach it.
  { event: 'UserPromptSubmit', name: 'prompt-router', timeout: 5, isRouter: true },
];

/** The servers that the definition's MCP Tools section speaks of, each at the version that it was tried with. */
export const SERVERS: readonly ServerEntry[] = [
  { kind: 'server', name: 'context7', server: { command: 'npx', args: ['-y', '@upstash/context7-mcp@4.1.1'] } },
  {
    kind: 'server',
    name: 'postgres-mcp',
    server: {
      command: 'npx',
      // DBHub, because no version of the PyPI package postgres-mcp can be installed any more: each of them asks for pglast
      // 7.2, which PyPI no longer has (November 2026). Its drivers are optional, and PostgreSQL's is the one that is needed.
      args: ['-y', '--omit=optional', '--package=pg@8.23.1', '--package=@bytebase/dbhub@1.4.0', 'dbhub'],
      // A second line of defence: what keeps the agent from writing is the role in DATABASE_URI.
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the client puts the variable in.
      env: { DSN: '${DATABASE_URI}', PGOPTIONS: '-c default_transaction_read_only=on' },
    },
  },
  {
    kind: 'server',
    name: 'sequential-thinking',
    server: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-sequential-thinking@2026.8.31'] },
  },
];

export const SERVER_NAMES: readonly string[] = SERVERS.map(({ name }) => name);

/** Everything that is registered with these answers. The user's own servers are in a file that the client rewrites. */
export function listEntries(answers: Answers): Entry[] {
  const { scope, router, mcp } = answers;
  const hooks = SESSION_HOOKS.filter(({ isRouter }) => router || !isRouter).map(
    ({ event, name, timeout }): HookEntry => ({
      kind: 'hook',
      event,
      hook: { type: 'command', ...hookCommand(name, answers), timeout },
    }),
  );
  const servers = SERVERS.filter(({ name }) => scope === 'project' && (mcp === 'all' || mcp.includes(name)));
  return [...hooks, ...servers];
}
