import { parseFrontmatter } from './frontmatter.js';
import { LineMap, type Location } from './location.js';
import type { AgentDefinition } from './model.js';
import { parseBody } from './sections.js';
import { type Split, splitFrontmatter } from './split.js';

export type ParsedDefinition =
  | { kind: 'definition'; definition: AgentDefinition; earlyFence?: Location }
  | { kind: 'invalid-yaml'; reason: string; location: Location; earlyFence?: Location }
  | Exclude<Split, { kind: 'split' }>;

/** Parses an agent file. No code in it is ever run; a text without usable frontmatter comes back as the reason why. */
export function parseDefinition(text: string): ParsedDefinition {
  const split = splitFrontmatter(text);
  if (split.kind !== 'split') return split;
  const lines = new LineMap(text);
  const parsed = parseFrontmatter(split.frontmatter, lines);
  const early = split.earlyFence === undefined ? {} : { earlyFence: lines.locate(split.earlyFence) };
  if (parsed.kind === 'invalid') return { ...parsed, kind: 'invalid-yaml', ...early };
  const { frontmatter } = parsed;
  return { kind: 'definition', definition: { frontmatter, lines, ...parseBody(split.body, lines) }, ...early };
}
