import { hasLineBreak, indentationAt } from '../../jsonc/layout.js';
import type { SourceDocument, SourceNode } from '../source-document.js';
import { lineStart, nextLine, type TextEdit } from '../text-edit.js';
import type { FlatHook } from './nest-block.js';

/** Nests a mapping in brackets, of JSON or of YAML in flow style: on its line, or in JSON over lines like the rest. */
export function nestInBrackets(document: SourceDocument, node: SourceNode, hook: FlatHook): TextEdit[] {
  const { text } = document;
  const { head, tail, between } = hook;
  const isFirst = /^[ \t]*$/.test(text.slice(lineStart(text, head.start), head.start));
  const gap = node.style === 'flow' || /[:,]\s/.test(text.slice(node.start, node.end)) ? ' ' : '';
  const isOpen = node.style === 'json' && isFirst;
  const { opening, closing, indent } = isOpen ? overLines(document, hook) : onOneLine(document, node, hook, gap);
  const separator = isOpen ? document.layout.lineBreak + indentationAt(text, head.start) : gap;
  const kept = between.map(({ start, end }) => `${text.slice(start, end)},${separator}`).join('');
  const moves = between.map(({ start }) => {
    const next = node.pairs.find((pair) => pair.start > start);
    return { start, end: next?.start ?? start, text: '' };
  });
  const end = endWithComment(text, tail.end, isOpen);
  const edits: TextEdit[] = [
    { start: head.start, end: head.start, text: kept + opening },
    ...moves,
    { start: end, end, text: closing },
  ];
  const isGone = (at: number) => moves.some(({ start, end }) => at > start && at <= end);
  for (let at = nextLine(text, head.start); indent !== '' && at < tail.end; at = nextLine(text, at)) {
    if (!/^\r?\n/.test(text.slice(at, at + 2)) && !isGone(at)) edits.push({ start: at, end: at, text: indent });
  }
  return edits;
}

interface Wrapping {
  opening: string;
  closing: string;
  /** What each further line of the hook gets in front. */
  indent: string;
}

function onOneLine(
  { text }: SourceDocument,
  { style, start }: SourceNode,
  { addType }: FlatHook,
  gap: string,
): Wrapping {
  const quote = style === 'json' ? '"' : '';
  const pad = text[start + 1] === ' ' ? ' ' : '';
  const pair = (key: string, value: string) => `${quote}${key}${quote}:${gap}${value}`;
  const type = addType ? `${pair('type', `${quote}command${quote}`)},${gap}` : '';
  return { opening: `${pair('hooks', '[{')}${pad}${type}`, closing: `${pad}}]`, indent: '' };
}

function overLines({ text, layout: { lineBreak, unit } }: SourceDocument, { head, addType }: FlatHook): Wrapping {
  const margin = indentationAt(text, head.start);
  const inner = `${margin}${unit}${unit}`;
  const type = addType ? `"type": "command",${lineBreak}${inner}` : '';
  return {
    opening: `"hooks": [${lineBreak}${margin}${unit}{${lineBreak}${inner}${type}`,
    closing: `${lineBreak}${margin}${unit}}${lineBreak}${margin}]`,
    indent: unit + unit,
  };
}

/** A comment on the line of a value stays with it. */
function endWithComment(text: string, end: number, isOpen: boolean): number {
  const comment = isOpen ? /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end, nextLine(text, end))) : null;
  return comment && !hasLineBreak(comment[0]) ? end + comment[0].length : end;
}
