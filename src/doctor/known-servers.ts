/** How the servers that our definition names are added to a repository: the arguments of `claude mcp add`. */
const KNOWN_SERVERS: Readonly<Record<string, string>> = {
  context7: '--scope project -- npx -y @upstash/context7-mcp',
  'sequential-thinking': '--scope project -- npx -y @modelcontextprotocol/server-sequential-thinking',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the client puts the variable in, and no password into the file
  'postgres-mcp': "--scope project --env 'DATABASE_URI=${DATABASE_URI}' -- uvx postgres-mcp --access-mode=restricted",
};

/** The command that adds a server. */
export function addCommand(server: string): string {
  const args = Object.hasOwn(KNOWN_SERVERS, server) ? KNOWN_SERVERS[server] : '--scope project -- <its command>';
  return `claude mcp add ${server} ${args}`;
}
