import type { SourceNode, Span } from '../source-document.js';
import { lineEnd, lineStart, mergeCuts, nextLine, type TextEdit } from '../text-edit.js';

/** Takes items out of a list, each with its line or its comma; undefined where one has more on its line than that. */
export function dropItems(text: string, list: SourceNode, dropped: ReadonlySet<number>): TextEdit[] | undefined {
  const cuts: Span[] = [];
  for (const index of dropped) {
    const item = list.items[index];
    if (!item || item.anchored) return undefined;
    const before = list.items.findLast((_, at) => at < index && !dropped.has(at));
    const cut = list.style === 'block' ? cutLine(text, item) : cutInBrackets(text, item, before);
    if (!cut) return undefined;
    cuts.push(...cut);
  }
  return mergeCuts(cuts);
}

/** An item of a block list goes with its dash, its line break and the comment on its line. */
function cutLine(text: string, { start, end }: Span): Span[] | undefined {
  const dash = text.lastIndexOf('-', start - 1);
  const isAlone = text.slice(dash + 1, start).trim() === '' && text.slice(lineStart(text, dash), dash).trim() === '';
  return isAlone ? [{ start: lineStart(text, dash), end: nextLine(text, end) }] : undefined;
}

function cutInBrackets(text: string, item: Span, before: Span | undefined): Span[] {
  const behind = text.slice(item.end, lineEnd(text, item.end));
  const comma = /^[ \t]*,[ \t]*/.exec(behind)?.[0];
  const blank = /[ \t]*$/.exec(text.slice(lineStart(text, item.start), item.start))?.[0].length ?? 0;
  const isFirst = item.start - blank === lineStart(text, item.start);
  if (isFirst && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(behind)) {
    const line = { start: lineStart(text, item.start), end: nextLine(text, item.end) };
    return comma === undefined ? [line, ...commaBehind(text, before)] : [line];
  }
  if (comma === undefined) {
    const isNext = before && /^\s*,\s*$/.test(text.slice(before.end, item.start));
    return isNext ? [{ start: before.end, end: item.end }] : [item, ...commaBehind(text, before)];
  }
  const end = item.end + comma.length;
  // Nothing is to be left before a bracket or a line break but what stood there.
  const isLast = /^(?:\]|\r?\n|#)/.test(text.slice(end, end + 2));
  return [{ start: isLast ? item.start - blank : item.start, end }];
}

/** What would be a trailing comma. */
function commaBehind(text: string, item: Span | undefined): Span[] {
  const comma = item && /^\s*,/.exec(text.slice(item.end, item.end + 200));
  return comma ? [{ start: item.end, end: item.end + comma[0].length }] : [];
}
