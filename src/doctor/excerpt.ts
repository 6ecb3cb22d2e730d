/** The longest text of another program that is passed on, in UTF-16 units. */
const LONGEST = 300;
const MAX_NAMES = 20;

/**
 * The line of an output that tells what went wrong: the last that names an error, as Node.js, Python and npm print them
 * among others; without one the last with anything on it. Undefined where there is none.
 */
export function findComplaint(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.findLast((candidate) => /^(?:\w*Error\b|npm error code)/.test(candidate)) ?? lines.at(-1);
  return line === undefined ? undefined : asClause(line);
}

/** A text that goes into a sentence: not too long, and without a full stop of its own. */
export function asClause(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text.replace(/\.$/, '');
}

/** Names with commas between them; of many, the first. */
export function listNames(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return more > 0 ? `${names.slice(0, MAX_NAMES).join(', ')} and ${more} more` : names.join(', ');
}
