import type { RoutingGroup, RoutingTable } from './table.js';
import { beginningsOf, compileTerm, matchTerm, mayMatch, preselect } from './terms.js';
import { readWords, type Words } from './words.js';

export interface RoutingMatch {
  /** As it is written in the table. */
  term: string;
  /** The words of the prompt that it matched. */
  words: string[];
  /** Where they stand among the words of the prompt. */
  places: number[];
  group: RoutingGroup;
}

export interface Contribution {
  group: RoutingGroup;
  /** The group's matches, each term once. */
  matches: RoutingMatch[];
  score: number;
}

export interface Routing {
  routed: boolean;
  score: number;
  threshold: number;
  /** In the order of the table. */
  contributions: Contribution[];
}

/**
 * Scores a prompt: of what matches at one place the longest term counts; a group adds its weight for its first term, half of
 * it for a second one, and so on, so that one topic that is named often does not decide alone.
 * @param keywords those of the definition's Auto Mode
 */
export function scorePrompt(prompt: string, table: RoutingTable, keywords: readonly string[]): Routing {
  const groups = activeGroups(table, keywords);
  const matches = longest(findMatches(readWords(prompt), groups));
  const contributions = groups.flatMap((group): Contribution[] => {
    const own = onePerTerm(matches.filter((match) => match.group === group));
    return own.length > 0 ? [{ group, matches: own, score: group.weight * (2 - 2 ** (1 - own.length)) }] : [];
  });
  const score = contributions.reduce((sum, contribution) => sum + contribution.score, 0);
  return { routed: score >= table.threshold, score, threshold: table.threshold, contributions };
}

/** Auto Mode decides which topics count; a keyword that no group stands for is a group of its own. */
function activeGroups({ groups, keywordWeight }: RoutingTable, keywords: readonly string[]): RoutingGroup[] {
  const listed = new Set(keywords.map((keyword) => keyword.toLowerCase()));
  const isListed = (keyword: string) => listed.has(keyword.toLowerCase());
  const known = new Set(groups.flatMap((group) => group.for ?? []).map((keyword) => keyword.toLowerCase()));
  const others = keywords.filter((keyword) => !known.has(keyword.toLowerCase()));
  const active = groups.filter((group) => group.for === undefined || group.for.some(isListed));
  return others.length === 0
    ? active
    : [...active, { name: 'Auto Mode', weight: keywordWeight, for: others, lines: others.join('\n') }];
}

/** A term is taken apart only where the prompt has its first word: most of a prompt's cost would be the terms that it lacks. */
function findMatches(prompt: Words, groups: readonly RoutingGroup[]): RoutingMatch[] {
  const beginnings = beginningsOf(prompt);
  const matches: RoutingMatch[] = [];
  const left = preselect(
    groups.map(({ lines }) => lines),
    beginnings,
  );
  for (const [index, group] of groups.entries()) {
    for (const text of left[index] ?? []) {
      const term = mayMatch(text, prompt) ? compileTerm(text) : undefined;
      for (const match of term ? matchTerm(term, prompt) : []) {
        matches.push({ term: text, words: match.map((at) => prompt.words[at] ?? ''), places: match, group });
      }
    }
  }
  return matches;
}

/** Leaves out what a longer match has all the words of; of two that match the same words the first of the table stays. */
function longest(matches: readonly RoutingMatch[]): RoutingMatch[] {
  const kept: RoutingMatch[] = [];
  for (const match of matches.toSorted((a, b) => b.places.length - a.places.length)) {
    if (!kept.some(({ places }) => match.places.every((place) => places.includes(place)))) kept.push(match);
  }
  return kept.sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
}

function onePerTerm(matches: readonly RoutingMatch[]): RoutingMatch[] {
  return matches.filter((match, index) => matches.findIndex(({ term }) => term === match.term) === index);
}
