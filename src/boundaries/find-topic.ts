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

const PATTERNS: Pattern[] = TOPICS.flatMap(({ name, modules }) =>
  modules.map((module) => ({ segments: module.split('.'), topic: name })),
).sort((a, b) => b.segments.length - a.segments.length);

const byFirstSegment = new Map<string, Pattern[]>();
for (const pattern of PATTERNS) {
  const key = firstKey(pattern.segments[0] ?? '');
  byFirstSegment.set(key, [...(byFirstSegment.get(key) ?? []), pattern]);
}

/** The most specific module of the table that a dotted name is, or is part of. */
export function findTopic(name: string): TopicModule | undefined {
  const segments = name.split('.');
  const candidates = byFirstSegment.get(firstKey(segments[0] ?? ''));
  const found = candidates?.find((pattern) => pattern.segments.every((part, index) => fits(part, segments[index])));
  return found && { module: segments.slice(0, found.segments.length).join('.'), topic: found.topic };
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
