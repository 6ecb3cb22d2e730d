import type { Handoff } from '../context/schemas/handoff.js';
import { plural } from '../plural.js';
import { printable } from './printable.js';

/** A handoff, and whether there is an agent to take it. */
export type ListedHandoff = Handoff & { to_is_installed: boolean };

/** A line for each handoff: what it is for, whose it was, and whether its agent is there. */
export function formatHandoffList(
  handoffs: readonly ListedHandoff[],
  unreadable: readonly { file: string; reason: string }[],
): string {
  const lines = handoffs.map((handoff) => {
    const feature = typeof handoff.feature === 'string' ? ` "${printable(handoff.feature)}"` : '';
    return `${printable(handoff.id)}\n    ${handoff.status}: ${describe(handoff)}${feature}, ${printable(handoff.created_at)}`;
  });
  const broken = unreadable.map(({ file, reason }) => `${printable(file)} is no handoff: ${reason}`);
  return `${[...lines, ...broken, plural(handoffs.length, 'handoff')].join('\n')}\n`;
}

export function formatHandoff(handoff: ListedHandoff): string {
  return `${describe(handoff)}\n${JSON.stringify(handoff.payload, null, 2)}\n`;
}

function describe({ from, to, purpose, to_is_installed }: ListedHandoff): string {
  const recipient = to_is_installed ? printable(to) : `${printable(to)} (not installed)`;
  return `from ${printable(from)} to ${recipient}${purpose ? `, for ${printable(purpose)}` : ''}`;
}
