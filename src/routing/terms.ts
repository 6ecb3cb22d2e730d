import { isDigit } from '../characters.js';
import { stemOf, type Words, wordsOf } from './words.js';

/** One place of a term: stems of which any may stand there, or a gap. */
type Part = { kind: 'words'; stems: string[]; beginnings: string[] } | { kind: 'gap' };

export interface Term {
  /** As it is written. */
  text: string;
  parts: Part[];
}

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
    .split(' ')
    .filter((piece) => piece !== '')
    .flatMap((piece): Part[] => {
      if (piece === '...') return [{ kind: 'gap' }];
      if (isSimple(piece)) return [{ kind: 'words', stems: [stemOf(piece)], beginnings: [] }];
      if (isPattern(piece)) return [alternativesOf(piece)];
      return wordsOf(piece.toLowerCase()).map((word) => ({ kind: 'words', stems: [stemOf(word)], beginnings: [] }));
    });
  return parts.at(0)?.kind === 'words' && parts.at(-1)?.kind === 'words' ? { text, parts } : undefined;
}

/**
 * Whether a prompt can have a match, by the term's first and last word alone; most terms end here, so it takes nothing apart
 * that it need not.
 */
export function mayMatch(text: string, prompt: Words): boolean {
  const blank = text.indexOf(' ');
  if (blank === -1) return mayHave(text, prompt);
  return mayHave(text.slice(0, blank), prompt) && mayHave(text.slice(text.lastIndexOf(' ') + 1), prompt);
}

function mayHave(piece: string, { words, places }: Words): boolean {
  if (places.has(piece)) return true;
  return piece.split('|').some((word) => {
    if (!word.endsWith('*')) return !isSimple(word) || places.has(stemOf(word));
    const beginning = word.slice(0, -1);
    return !isSimple(beginning) || words.some((other) => other.startsWith(beginning));
  });
}

/** Between two lists of terms: a line that `beginningsOf` always finds. */
const NEXT = '\n\0';

/**
 * Leaves out most of the terms that a prompt cannot have; `mayMatch` says of the others. There are two thousand terms: a
 * loop over them takes longer than all else, and the system's threads would go on to optimize it when the hook is done.
 *
 * @param lists terms, each on a line of its own
 * @param beginnings of the prompt's words, by `beginningsOf`
 * @returns for each list what is left of it
 */
export function preselect(lists: readonly string[], beginnings: RegExp): string[][] {
  const lines = lists.map((terms) => `\n${terms}`).join(NEXT);
  const left: string[][] = [[]];
  for (const line of lines.match(beginnings) ?? []) {
    if (line === NEXT) left.push([]);
    else left.at(-1)?.push(line.slice(1));
  }
  return left;
}

/**
 * Finds lines whose first word, or one of its alternatives, is a word of the prompt but for the ending of a plural; or begins as
 * one does by two letters, and is no simple word; or does not begin as words do. Each line is looked for by the line break before it.
 */
export function beginningsOf({ words, stems }: Words): RegExp {
  const beginnings = [...new Set(words.map((word) => word.slice(0, 2)))].join('|');
  const unended = [...new Set(stems.map((stem) => (stem.endsWith('y') ? stem.slice(0, -1) : stem)))].join('|');
  const simple = `(?:${unended})(?:y|s|es|ies)?(?![^ \n|])`;
  return new RegExp(`\n(?:[^\n| ]*\\|)*(?:${simple}|(?:${beginnings})[^\n ]*[^a-z\\d \n]|(?![a-z\\d]{2}))[^\n]*`, 'g');
}

/** Whether a word is written as the prompt's are, in small letters and digits of ASCII. */
function isSimple(word: string): boolean {
  for (const character of word) {
    if (!isDigit(character) && (character < 'a' || character > 'z')) return false;
  }
  return word !== '';
}

/** Whether several words are meant, or such as begin so. */
function isPattern(word: string): boolean {
  return word.includes('|') || word.includes('*');
}

function alternativesOf(piece: string): Part {
  const words = piece.toLowerCase().split('|').filter(Boolean);
  return {
    kind: 'words',
    stems: words.filter((word) => !word.endsWith('*')).map(stemOf),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

/** All matches of a term: of each the places of its words, gaps left out. */
export function matchTerm({ parts }: Term, prompt: Words): number[][] {
  const matches: number[][] = [];
  for (const start of placesOf(parts[0], prompt)) {
    const places = matchFrom(parts, 0, prompt, start);
    if (places) matches.push(places);
  }
  return matches;
}

/** Where a match may begin, in order: to try all words of the prompt would cost most of a match. */
function placesOf(part: Part | undefined, { words, places }: Words): readonly number[] {
  if (part?.kind !== 'words') return [];
  const { stems, beginnings } = part;
  const [only = ''] = stems;
  if (stems.length === 1 && beginnings.length === 0) return places.get(only) ?? [];
  const begun = [...words.keys()].filter((at) => beginnings.some((beginning) => words[at]?.startsWith(beginning)));
  return [...new Set([...stems.flatMap((stem) => places.get(stem) ?? []), ...begun])].sort((a, b) => a - b);
}

function matchFrom(parts: readonly Part[], index: number, prompt: Words, at: number): number[] | undefined {
  const part = parts[index];
  if (!part) return [];
  if (part.kind === 'gap') {
    for (let next = at; next <= at + WIDEST_GAP; next++) {
      const places = matchFrom(parts, index + 1, prompt, next);
      if (places) return places;
    }
    return undefined;
  }
  const rest = fits(part, prompt, at) ? matchFrom(parts, index + 1, prompt, at + 1) : undefined;
  return rest && [at, ...rest];
}

/** Whether the word at a place is one that a term has; of a gap that is not asked. */
function fits(part: Part, { words, stems }: Words, at: number): boolean {
  const stem = stems[at];
  const word = words[at];
  if (part.kind === 'gap' || stem === undefined || word === undefined) return false;
  return part.stems.includes(stem) || part.beginnings.some((beginning) => word.startsWith(beginning));
}
