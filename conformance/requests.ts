import type { ClientRun } from '../test/client/run-client.js';
import { type ModelRequest, messagesText } from '../test/client/scripted-api.js';
import { caseOf } from './session-script.js';

/** The agents that the client names as it starts. */
export function listedAgents(run: ClientRun): ReadonlySet<string> {
  const init = run.events.find(({ type, subtype }) => type === 'system' && subtype === 'init');
  return new Set(Array.isArray(init?.agents) ? init.agents.map(String) : []);
}

/** What the main session sends; a request without tools only asks for a title. */
export function sessionRequests(requests: ModelRequest[]): ModelRequest[] {
  return requests.filter((one) => caseOf(one) === undefined && (one.tools?.length ?? 0) > 0);
}

/** The tools of a request, and those that it says can be had through ToolSearch. */
export function offeredTools(request: ModelRequest): string[] {
  const lines = messagesText(request).split('\n');
  const heading = lines.findIndex((line) => line.includes('deferred tools are now available'));
  const names = (request.tools ?? []).map(({ name }) => name);
  for (let at = heading + 1; heading !== -1 && /^[A-Za-z_][\w-]*$/.test(lines[at] ?? ''); at += 1)
    names.push(lines[at] ?? '');
  return [...new Set(names)].filter((name) => name !== 'DeferredToolPlaceholder').sort();
}

/** How the session has an agent listed. Older clients list them in the description of the tool that starts them, newer ones in a message. */
export function descriptionOf(agent: string, session: ModelRequest | undefined): string | undefined {
  if (!session) return undefined;
  const tool = session.tools?.find(({ name }) => name === 'Agent' || name === 'Task');
  const text = `${messagesText(session)}\n${tool?.description ?? ''}`;
  const at = `\n${text}`.indexOf(`\n- ${agent}: `);
  if (at === -1) return undefined;
  const rest = text.slice(at + agent.length + 4);
  const end = rest.indexOf(' (Tools: ');
  return end === -1 ? undefined : rest.slice(0, end);
}

/** Whatever the client answers to the call that starts the agent. */
export function answerTo(id: string, requests: ModelRequest[]): string {
  for (const request of requests) {
    const ids = new Set<string>();
    for (const { content } of request.messages) {
      if (typeof content === 'string') continue;
      for (const block of content) {
        if (block.type === 'tool_use' && JSON.stringify(block.input).includes(`[[case:${id}]]`))
          ids.add(block.id ?? '');
        if (block.type === 'tool_result' && ids.has(block.tool_use_id ?? '')) return JSON.stringify(block.content);
      }
    }
  }
  return '';
}
