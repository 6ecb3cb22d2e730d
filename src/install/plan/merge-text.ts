import { diff3Merge } from 'node-diff3';
import { parseDefinition } from '../../definition/parse-definition.js';
import { isMergeable } from '../bases.js';
import { lineEndsOf, toCrlf, toLf } from '../line-ends.js';

/** Longer texts would take long: the search for what they have in common compares every line with every other. */
const MAX_LINES = 10_000;

/**
 * Merges two texts that come from one, line by line, in the line ends of the first. Undefined where both changed the
 * same lines, where a definition would come out that the client cannot read, and where there is no telling lines apart.
 */
export function mergeTexts(path: string, theirs: Buffer, base: Buffer, ours: Buffer): Buffer | undefined {
  const lineEnds = lineEndsOf(theirs);
  if (lineEnds === 'mixed' || !isMergeable(path, theirs)) return undefined;
  const [a, o, b] = [theirs, base, ours].map(linesOf) as [string[], string[], string[]];
  if (a.length > MAX_LINES) return undefined;
  const merged = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  if (merged.some(({ conflict }) => conflict)) return undefined;
  const text = Buffer.from(merged.flatMap(({ ok }) => ok ?? []).join('\n'), 'latin1');
  if (isReadable(theirs) && isReadable(ours) && !isReadable(text)) return undefined;
  return lineEnds === 'crlf' ? toCrlf(text) : text;
}

/** One byte in each character: nobody has to write UTF-8. */
function linesOf(text: Buffer): string[] {
  return toLf(text).toString('latin1').split('\n');
}

/** Whether the frontmatter can be read, and says nothing twice: with that the client would take one of the two. */
function isReadable(text: Buffer): boolean {
  const parsed = parseDefinition(text.toString('utf8'));
  return parsed.kind === 'definition' && parsed.definition.frontmatter.duplicates.length === 0;
}
