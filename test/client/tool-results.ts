import type { ClientRun } from './run-client.js';
import type { ContentBlock } from './scripted-api.js';
import { isAgent } from './session.js';

/** What the agent read as the results of its calls, in the order of the calls: they come as they end, one beside another. */
export function toolResults({ requests }: ClientRun): string[] {
  const last = requests.filter(isAgent).at(-1);
  const blocks = last?.messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content)) ?? [];
  const results = new Map(
    blocks.filter(({ type }) => type === 'tool_result').map((block) => [block.tool_use_id, resultText(block)]),
  );
  return blocks.flatMap(({ type, id }) => (type === 'tool_use' && results.has(id) ? [results.get(id) as string] : []));
}

const resultText = ({ content }: ContentBlock) =>
  typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join('');
