import { stemOf, wordsOf } from './words.js';

/** One place of a term: stems of which any may stand there, or a gap. */
type Part = { kind: 'words'; stems: string[]; beginnings: string[] } | { kind: 'gap' };

export interface Term {
  /** As it is written. */
  text: string;
  parts: Part[];
}

/** A word that is written as the prompt's words are. */
const SIMPLE = /^[a-z\d]+$/;
/** So many words at most may stand in a gap. */
const WIDEST_GAP = 3;

/**
 * Takes apart how a term is written: words with blanks between them match words side by side, in the singular or plural,
 * whatever stands between them in the text; `paginat*` matches any word that begins so; `404|409` either; `...` up to three
 * words.
 * @returns undefined for a term without a word at its beginning and end
 */
export function compileTerm(text: string): Term | undefined {
  const parts = text
    .trim()
    .split(/\s+/)
    .flatMap((piece): Part[] => {
      if (piece === '...') return [{ kind: 'gap' }];
      if (SIMPLE.test(piece)) return [{ kind: 'words', stems: [stemOf(piece)], beginnings: [] }];
      if (/[|*]/.test(piece)) return [alternativesOf(piece)];
      return wordsOf(piece.toLowerCase()).map((word) => ({ kind: 'words', stems: [stemOf(word)], beginnings: [] }));
    });
  return parts.at(0)?.kind === 'words' && parts.at(-1)?.kind === 'words' ? { text, parts } : undefined;
}

/**
 * Whether a prompt can have a match, by the term's first word alone; most terms end here, so it takes nothing apart that it
 * need not.
 * @param stems of the words
 */
export function mayBegin(text: string, stems: ReadonlySet<string>, words: readonly string[]): boolean {
  const end = text.indexOf(' ');
  const first = end === -1 ? text : text.slice(0, end);
  if (stems.has(first)) return true;
  if (SIMPLE.test(first)) return first.endsWith('s') && stems.has(stemOf(first));
  if (!/^[a-z\d|*]+$/.test(first)) return true;
  return first.split('|').some((word) => {
    if (!word.endsWith('*')) return stems.has(stemOf(word));
    const beginning = word.slice(0, -1);
    return words.some((other) => other.startsWith(beginning));
  });
}

function alternativesOf(piece: string): Part {
  const words = piece.toLowerCase().split('|').filter(Boolean);
  return {
    kind: 'words',
    stems: words.filter((word) => !word.endsWith('*')).map(stemOf),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

/** The places of the words that a term matches when it begins at `start`, gaps left out; undefined when it does not match. */
export function matchTerm(
  { parts }: Term,
  stems: readonly string[],
  words: readonly string[],
  start: number,
): number[] | undefined {
  return matchFrom(0, start);

  function matchFrom(index: number, at: number): number[] | undefined {
    const part = parts[index];
    if (!part) return [];
    if (part.kind === 'gap') {
      for (let next = at; next <= at + WIDEST_GAP; next++) {
        const places = matchFrom(index + 1, next);
        if (places) return places;
      }
      return undefined;
    }
    const stem = stems[at];
    const word = words[at];
    if (stem === undefined || word === undefined) return undefined;
    const fits = part.stems.includes(stem) || part.beginnings.some((beginning) => word.startsWith(beginning));
    const rest = fits ? matchFrom(index + 1, at + 1) : undefined;
    return rest && [at, ...rest];
  }
}
