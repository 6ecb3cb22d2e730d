import { LateLocator } from './location.js';
import type { DefinitionBody } from './model.js';
import { parseBody } from './sections.js';
import { splitFrontmatter } from './split.js';

/** Parses only what the hooks enforce, the body, by the same parser: no YAML is read, so a hook starts at once. */
export function parseDefinitionBody(text: string): DefinitionBody | undefined {
  const split = splitFrontmatter(text);
  return split.kind === 'split' ? parseBody(split.body, new LateLocator(text)) : undefined;
}
