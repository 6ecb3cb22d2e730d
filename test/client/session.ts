import { type ModelRequest, messagesText, type Script, systemText, type Turn } from './scripted-api.js';

export const AGENT = 'backend-system-architect';

export const REPORT = {
  feature: 'user-registration',
  endpoints_created: [{ method: 'POST', path: '/api/v1/auth/register', auth: 'none', rate_limit: '5/min' }],
  models_created: [{ name: 'User', table: 'users', fields: ['id', 'email'] }],
  middleware_added: [],
  security_measures: ['bcrypt password hashing (cost=12)'],
  test_commands: [],
  documentation: { openapi_updated: true, postman_collection: null },
  decisions: [{ decision: 'Addresses are unique by constraint', reason: 'A check loses a race' }],
};

export const reportMessage = (report: object = REPORT) =>
  `Done.\n\n\`\`\`json\n${JSON.stringify(report, null, 2)}\n\`\`\`\n`;

/** Whether a request comes from the agent of this package. */
export const isAgent = (request: ModelRequest) =>
  systemText(request).includes("You are the architect of this repository's backend");

/** A call of the client's tool that starts an agent. */
export const startAgent = (subagent_type: string, prompt = 'Add registration.') => ({
  name: 'Agent',
  input: { subagent_type, prompt, description: 'a task', run_in_background: false },
});

/** The main session starts agents in its first turn; every agent is played by `agent`. */
export function sessionOf(starts: ReturnType<typeof startAgent>[], agent: Script): Script {
  return (request): Turn => {
    if (isSubagent(request)) return agent(request);
    const started = request.messages.some(({ role }) => role === 'assistant');
    if (started || !request.tools?.some(({ name }) => name === 'Agent')) return { text: 'The agents are done.' };
    return { tools: starts };
  };
}

/** Requests of subagents carry the prompt of the session that started them; those of the main session do not. */
function isSubagent(request: ModelRequest): boolean {
  return isAgent(request) || !messagesText(request).includes(MAIN_PROMPT);
}

/** The prompt that `runClient` gives the main session, unless it is told another one. */
export const MAIN_PROMPT = 'Add an endpoint.';

/** One agent that says these messages, one after the other. */
export function play(...messages: string[]): Script {
  let turn = 0;
  return sessionOf([startAgent(AGENT)], () => ({ text: messages[turn++] ?? 'Nothing more to say.' }));
}

/** The client starts without the servers that are not up after a moment, which on a busy machine is none of them. */
export const SERVERS_FIRST = { CLAUDE_CODE_MCP_STARTUP_WAIT_MS: '30000', MCP_CONNECTION_NONBLOCKING: '0' };

/** Lines of the debug log in which the client complains about agents, hooks, skills or MCP servers. */
export const complaints = (debugLog: string) =>
  debugLog
    .split('\n')
    .filter((line) => /\[(WARN|ERROR)\]/.test(line))
    .filter((line) => /agent|hook|skill|frontmatter|mcp/i.test(line));
