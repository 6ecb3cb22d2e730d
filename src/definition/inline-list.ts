import type { LineMap } from './location.js';
import type { Located } from './model.js';
import type { TextLine } from './text-lines.js';

/** The text behind a `Label:` that opens a line, in bold or not, with its offset in the file. */
export function readLabel(line: TextLine): { label: string; text: string; offset: number } | undefined {
  const match = /^(?:\*\*)?([A-Za-z][A-Za-z, '’]{0,40}):(?:\*\*)?[ \t]*/.exec(line.text);
  if (!match?.[1]) return undefined;
  return {
    label: match[1].toLowerCase(),
    text: line.text.slice(match[0].length),
    offset: line.offset + match[0].length,
  };
}

/** Splits `a, b (c, d), e` at the commas outside parentheses and braces; code marks around an entry are taken off. */
export function splitList(text: string, offset: number, lines: LineMap): Located<string>[] {
  const entries: Located<string>[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === '(' || character === '{') depth += 1;
    else if (character === ')' || character === '}') depth = Math.max(0, depth - 1);
    else if (at === text.length || (character === ',' && depth === 0)) {
      const raw = text.slice(start, at);
      const value = raw.trim().replace(/^`([^`]*)`/, '$1');
      const lead = raw.length - raw.trimStart().length;
      if (value !== '') entries.push({ value, location: lines.locate(offset + start + lead) });
      start = at + 1;
    }
  }
  return entries;
}

/** Splits `name (remark)`. */
export function readRemark(entry: string): { name: string; remark?: string } {
  const at = entry.indexOf('(');
  if (at === -1 || !entry.endsWith(')')) return { name: entry };
  return { name: entry.slice(0, at).trim(), remark: entry.slice(at + 1, -1).trim() };
}
