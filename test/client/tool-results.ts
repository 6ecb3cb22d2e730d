import type { ClientRun } from './run-client.js';
import type { ContentBlock } from './scripted-api.js';
import { isAgent } from './session.js';

/** What the agent read as the results of its calls, in their order. */
export function toolResults({ requests }: ClientRun): string[] {
  const blocks = requests
    .filter(isAgent)
    .at(-1)
    ?.messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
  return (blocks ?? [])
    .filter(({ type }) => type === 'tool_result')
    .map(({ content }) => (typeof content === 'string' ? content : (content ?? []).map(textOf).join('')));
}

const textOf = (block: ContentBlock) => block.text ?? '';
