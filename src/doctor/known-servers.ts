import { SERVERS } from '../install/entries/shipped.js';

/** The command of the client that adds a server to a repository. */
export function addCommand(name: string): string {
  const known = SERVERS.find((server) => server.name === name)?.server;
  if (!known) return `claude mcp add ${name} --scope project -- <its command>`;
  const env = Object.entries(known.env ?? {}).map(([variable, value]) => ` --env '${variable}=${value}'`);
  return `claude mcp add ${name} --scope project${env.join('')} -- ${[known.command, ...known.args].join(' ')}`;
}
