import { recallBody } from './body.js';
import { BodyText } from './body-text.js';
import { LateLocator } from './location.js';
import type { DefinitionBody } from './model.js';
import { splitFrontmatter } from './split.js';

/**
 * Parses only what the hooks enforce, the body, by the same parser: no YAML is read, so a hook starts at once.
 *
 * @param known to which the parts that are asked for are added, as plain data
 */
export function parseDefinitionBody(text: string, known: Record<string, unknown> = {}): DefinitionBody | undefined {
  const body = findBody(text);
  return body && recallBody(known, () => body);
}

/**
 * The same of a text of which some parts are known: it is read when another one is asked for.
 *
 * @throws {Error} when the text is asked for, and has no body any more
 */
export function recallDefinitionBody(known: Record<string, unknown>, readText: () => string): DefinitionBody {
  return recallBody(known, () => {
    const body = findBody(readText());
    if (!body) throw new Error('the agent file has changed while it was read');
    return body;
  });
}

function findBody(text: string): BodyText | undefined {
  const split = splitFrontmatter(text);
  return split.kind === 'split' ? new BodyText(split.body, new LateLocator(text)) : undefined;
}
