import { type ModelRequest, messagesText, type Script, type Turn } from '../test/client/scripted-api.js';
import type { Case, Conduct } from './case.js';

/** What the user asks of the main session. */
export const PROMPT = 'Start the agents.';

/** The case whose agent sends a request, told by the prompt that its agent was started with. */
export function caseOf(request: ModelRequest): string | undefined {
  const [first] = request.messages;
  return first && /\[\[case:([^\]]+)\]\]/.exec(messagesText({ ...request, messages: [first] }))?.[1];
}

/** The client refuses to have more than 20 agents at work in one session. */
const STARTED_AT_ONCE = 15;

/** The main session starts the agents of all cases, some in each turn; each agent behaves as its case says. */
export function scriptOf(cases: readonly Case[]): Script {
  const byId = new Map(cases.map((one) => [one.id, one]));
  return (request): Turn => {
    const id = caseOf(request);
    const found = id === undefined ? cases.find(({ asSession }) => asSession) : byId.get(id);
    const turns = request.messages.filter(({ role }) => role === 'assistant').length;
    if (found) return request.tools ? act(found.conduct ?? 'reports', turns) : DONE;
    const starter = request.tools?.find(({ name }) => name === 'Agent' || name === 'Task')?.name;
    const next = cases.slice(turns * STARTED_AT_ONCE, (turns + 1) * STARTED_AT_ONCE);
    if (id !== undefined || !starter || next.length === 0) return DONE;
    return { tools: next.map((one) => ({ name: starter, input: start(one) })) };
  };
}

const start = ({ id, agent }: Case) => ({
  subagent_type: agent,
  prompt: `[[case:${id}]]`,
  description: 'a task',
  run_in_background: false,
});

const DONE: Turn = { text: 'Done.' };

/** Turns that an agent of the conduct `reads on` uses, unless it is stopped. */
const PATIENCE = 6;

function act(conduct: Conduct, turns: number): Turn {
  const read = (file_path: string) => ({ tools: [{ name: 'Read', input: { file_path } }] });
  if (conduct === 'reads on') return turns + 1 < PATIENCE ? read('README.md') : DONE;
  if (turns > 0) return DONE;
  switch (conduct) {
    case 'reads':
      return read('README.md');
    case 'reads nothing':
      return read('no-such-file.md');
    case 'writes':
      return { tools: [{ name: 'Write', input: { file_path: 'written.md', content: 'Written.' } }] };
    case 'reports':
      return DONE;
  }
}
