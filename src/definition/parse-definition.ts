import { parseBody, parseWholeBody } from './body.js';
import { type ParsedFrontmatter, parseFrontmatter, parseFully } from './frontmatter.js';
import { LineMap, type Location } from './location.js';
import type { AgentDefinition, DefinitionBody } from './model.js';
import { type Slice, type Split, splitFrontmatter } from './split.js';

export type ParsedDefinition =
  | { kind: 'definition'; definition: AgentDefinition; earlyFence?: Location }
  | { kind: 'invalid-yaml'; reason: string; location: Location; earlyFence?: Location }
  | Exclude<Split, { kind: 'split' }>;

/** Parses an agent file. No code in it is ever run; a text without usable frontmatter comes back as the reason why. */
export function parseDefinition(text: string): ParsedDefinition {
  return parse(text, { readFrontmatter: parseFrontmatter, readBody: parseBody });
}

/**
 * Parses an agent file: its frontmatter, its sections, and where each thing stands. No code in it is ever run; a text without
 * usable frontmatter comes back as the reason why. Places are plain data from the start.
 */
export function parseWithPlaces(text: string): ParsedDefinition {
  return parse(text, { readFrontmatter: parseFully, readBody: parseWholeBody });
}

interface Readers {
  readFrontmatter(slice: Slice, lines: LineMap): ParsedFrontmatter;
  readBody(slice: Slice, lines: LineMap): DefinitionBody;
}

function parse(text: string, { readFrontmatter, readBody }: Readers): ParsedDefinition {
  const split = splitFrontmatter(text);
  if (split.kind !== 'split') return split;
  const lines = new LineMap(text);
  const parsed = readFrontmatter(split.frontmatter, lines);
  const early = split.earlyFence === undefined ? {} : { earlyFence: lines.locate(split.earlyFence) };
  if (parsed.kind === 'invalid') return { ...parsed, kind: 'invalid-yaml', ...early };
  const { frontmatter } = parsed;
  return {
    kind: 'definition',
    definition: Object.assign(readBody(split.body, lines), { frontmatter, lines }),
    ...early,
  };
}
