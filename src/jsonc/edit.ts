import { visit } from 'jsonc-parser/lib/esm/main.js';
import {
  formatLines,
  formatOneLine,
  gapOf,
  hasLineBreak,
  indentationAt,
  isFirstOnLine,
  isOnOneLine,
  layoutOf,
} from './layout.js';
import { endOf, type JsonNode } from './tree.js';

/** What is put into a container: into an object under a key, into an array without one. */
export interface Child {
  key?: string;
  value: unknown;
}

/** A piece of text between two nodes. */
interface Mark {
  kind: 'comma' | 'comment';
  start: number;
  end: number;
}

/**
 * Puts a child at the end of an object or array and leaves every other byte as it is.
 *
 * The editor of jsonc-parser is not used, because nothing takes its edits back: it makes `{}` of `{ }`, and leaves no
 * trace of whether a trailing comma was there before. Here both directions follow the same rules, so that `removeChild`
 * of what was inserted gives back the text.
 */
export function insertChild(text: string, root: JsonNode, container: JsonNode, child: Child): string {
  const last = container.children?.at(-1);
  const from = last ? endOf(last) : container.offset + 1;
  const marks = marksBetween(text, from, endOf(container) - 1);
  const comma = marks.find(({ kind }) => kind === 'comma');
  // A comment on the line of the last child is about that child, and stays with it.
  const anchor = endOfLine(text, comma?.end ?? from, marks);
  const [start, rest] = [text.slice(0, anchor), text.slice(anchor)];
  const inserted = render(text, root, container, child);
  if (!last) return `${start}${inserted}${closingOf(text, root, container)}${rest}`;
  if (comma) return `${start}${inserted},${rest}`;
  return `${text.slice(0, from)},${text.slice(from, anchor)}${inserted}${rest}`;
}

/** Takes a property or an element out, with its comma and the blanks before it. */
export function removeChild(text: string, root: JsonNode, child: JsonNode): string {
  const { parent: container } = child;
  if (!container) return text;
  const siblings = container.children ?? [];
  const index = siblings.indexOf(child);
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  const opening = previous ? endOf(previous) : container.offset + 1;
  const before = marksBetween(text, opening, child.offset);
  const after = marksBetween(text, endOf(child), next?.offset ?? endOf(container) - 1);
  const comma = [...after, ...before].find(({ kind }) => kind === 'comma');
  const closing = closingOf(text, root, container);
  const end = endOf(child) + (!comma && text.startsWith(closing, endOf(child)) ? closing.length : 0);
  const last = before.at(-1);
  // A line comment before the child needs a line break after it: its own, unless there is one after the child.
  const keepsBreak = last && text.startsWith('//', last.start) && !/^[ \t]*,?[ \t]*[\r\n]/.test(text.slice(end));
  const start = keepsBreak ? child.offset : (last?.end ?? opening);
  const cuts = [{ start, end }, ...(comma ? [comma] : [])].sort((a, b) => b.start - a.start);
  return cuts.reduce((rest, cut) => rest.slice(0, cut.start) + rest.slice(cut.end), text);
}

function render(text: string, root: JsonNode, container: JsonNode, { key, value }: Child): string {
  const name = key === undefined ? '' : `${JSON.stringify(key)}:`;
  const last = container.children?.at(-1);
  if (isOnOneLine(text, container, root)) {
    const gap = gapOf(text);
    return `${last ? gap : ''}${name && name + gap}${formatOneLine(value, gap)}`;
  }
  const layout = layoutOf(text, root);
  const indentation =
    last && isFirstOnLine(text, last)
      ? indentationAt(text, last.offset)
      : indentationAt(text, container.offset) + layout.unit;
  return `${layout.lineBreak}${indentation}${name && `${name} `}${formatLines(value, layout, indentation)}`;
}

/** What follows the first child of a container, so that its bracket comes to stand on a line of its own. */
function closingOf(text: string, root: JsonNode, container: JsonNode): string {
  if (isOnOneLine(text, container, root)) return '';
  return layoutOf(text, root).lineBreak + indentationAt(text, container.offset);
}

/** The end of the comments that begin on the line of `from`. */
function endOfLine(text: string, from: number, marks: readonly Mark[]): number {
  let end = from;
  for (const { kind, ...comment } of marks) {
    if (kind !== 'comment' || comment.start < end) continue;
    if (hasLineBreak(text.slice(end, comment.start))) break;
    end = comment.end;
  }
  return end;
}

/** The commas and comments between two offsets with no node between them. */
function marksBetween(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], start: number, length: number) => {
    if (start >= from && start + length <= to) marks.push({ kind, start, end: start + length });
  };
  visit(
    text,
    {
      onComment: (offset, length) => add('comment', offset, length),
      onSeparator: (character, offset, length) => {
        if (character === ',') add('comma', offset, length);
      },
    },
    { allowTrailingComma: true },
  );
  return marks;
}
