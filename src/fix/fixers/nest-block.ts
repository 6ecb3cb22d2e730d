import type { SourceDocument, SourceNode, Span } from '../source-document.js';
import { lineEnd, lineStart, nextLine, type TextEdit } from '../text-edit.js';

/** What of a flat hook moves, and what stays. */
export interface FlatHook {
  /** The first and the last key of the hook, with their values. */
  head: Span;
  tail: Span;
  /** Keys of the group that stand between the two. */
  between: readonly Span[];
  /** Whether `type: command` is to be added. */
  addType: boolean;
}

const INDENT = '    ';

/** Nests a mapping in block style; undefined where its lines are not one key each, at one indentation. */
export function nestBlock(
  { text, layout: { lineBreak } }: SourceDocument,
  node: SourceNode,
  { head, tail, between, addType }: FlatHook,
): TextEdit[] | undefined {
  const prefixOf = ({ start }: Span) => text.slice(lineStart(text, start), start);
  const column = prefixOf(head).length;
  const isPlain = node.pairs.every((pair) => /^[\t -]*$/.test(prefixOf(pair)) && prefixOf(pair).length === column);
  const isShort = between.every(({ start, end }) => !text.slice(start, end).includes('\n'));
  if (!isPlain || !isShort) return undefined;
  const margin = prefixOf(head).replaceAll('-', ' ');
  const kept = between.map(({ start }) => text.slice(start, lineEnd(text, start)) + lineBreak + margin);
  const type = addType ? `type: command${lineBreak}${margin}${INDENT}` : '';
  const opening = `${kept.join('')}hooks:${lineBreak}${margin}  - ${type}`;
  const moves = between.map(({ start }) => ({ start: lineStart(text, start), end: nextLine(text, start), text: '' }));
  const isMoved = (at: number) => moves.some(({ start }) => start === at);
  const last = node.pairs.at(-1)?.start === tail.start;
  const end = last ? endOfComments(text, tail.end, column) : lineEnd(text, tail.end);
  const edits: TextEdit[] = [{ start: head.start, end: head.start, text: opening }, ...moves];
  for (let at = nextLine(text, head.start); at < end; at = nextLine(text, at)) {
    const isEmpty = lineEnd(text, at) === at;
    if (!isEmpty && !isMoved(at)) edits.push({ start: at, end: at, text: INDENT });
  }
  return edits;
}

/** Comments behind the last key belong to it, such as a key that is commented out. */
function endOfComments(text: string, from: number, column: number): number {
  let end = lineEnd(text, from);
  for (let at = nextLine(text, from); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const indentation = line.length - line.trimStart().length;
    if (line.trim() === '') continue;
    if (!line.startsWith('#', indentation) || indentation < column) break;
    end = at + line.length;
  }
  return end;
}
