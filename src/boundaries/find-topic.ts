import { TOPICS } from './topics.js';

/** A module of the topic table, as the table writes it or, where that has a `*`, as the import does. */
export interface TopicModule {
  module: string;
  topic: string;
}

interface Pattern {
  segments: string[];
  topic: string;
}

const patterns = new Map<string, readonly Pattern[]>();

/** The most specific module of the table that a dotted name is, or is part of. */
export function findTopic(name: string): TopicModule | undefined {
  const segments = name.split('.');
  const key = firstKey(segments[0] ?? '');
  let candidates = patterns.get(key);
  if (!candidates) {
    candidates = findPatterns(key);
    patterns.set(key, candidates);
  }
  const found = candidates.find((pattern) => pattern.segments.every((part, index) => fits(part, segments[index])));
  return found && { module: segments.slice(0, found.segments.length).join('.'), topic: found.topic };
}

/** The modules that one key finds, those with the most segments first: to take all of them apart takes longer than to judge a file. */
function findPatterns(key: string): Pattern[] {
  const found: Pattern[] = [];
  if (key === '') return found;
  for (const { name, modules } of TOPICS) {
    for (let at = modules.indexOf(key); at !== -1; at = modules.indexOf(key, at + 1)) {
      const [module = ''] = modules.slice(at).split(/\s/, 1);
      const isWhole = modules.charAt(at - 1).trim() === '' && firstKey(module.split('.', 1)[0] ?? '') === key;
      if (isWhole) found.push({ segments: module.split('.'), topic: name });
    }
  }
  return found.sort((a, b) => b.segments.length - a.segments.length);
}

/** What a first segment is looked up by: up to the underscore, so that `langchain_*` and `langchain_openai` meet. */
function firstKey(segment: string): string {
  return segment.split('_', 1)[0] ?? '';
}

function fits(part: string, segment: string | undefined): boolean {
  if (segment === undefined) return false;
  const star = part.indexOf('*');
  if (star === -1) return part === segment;
  const [head, tail] = [part.slice(0, star), part.slice(star + 1)];
  return segment.length >= part.length - 1 && segment.startsWith(head) && segment.endsWith(tail);
}
