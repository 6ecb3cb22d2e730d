import { isLetter, skipBlanks } from '../characters.js';
import type { Locator } from './location.js';
import type { Located } from './model.js';
import type { TextLine } from './text-lines.js';

/** The text behind a `Label:` that opens a line, in bold or not, with its offset in the file. */
export function readLabel(line: TextLine): { label: string; text: string; offset: number } | undefined {
  const start = line.text.startsWith('**') ? 2 : 0;
  const colon = line.text.indexOf(':', start);
  const label = line.text.slice(start, colon);
  if (colon === -1 || !isLabel(label)) return undefined;
  const end = skipBlanks(line.text, line.text.startsWith('**', colon + 1) ? colon + 3 : colon + 1);
  return { label: label.toLowerCase(), text: line.text.slice(end), offset: line.offset + end };
}

const LONGEST_LABEL = 41;

/** Letters first, then also blanks, commas and apostrophes. */
function isLabel(text: string): boolean {
  if (text.length > LONGEST_LABEL || !isLetter(text.charAt(0))) return false;
  for (const character of text) {
    if (!isLetter(character) && !", '’".includes(character)) return false;
  }
  return true;
}

/** Splits `a, b (c, d), e` at the commas outside parentheses and braces; code marks around an entry are taken off. */
export function splitList(text: string, offset: number, lines: Locator): Located<string>[] {
  const entries: Located<string>[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === '(' || character === '{') depth += 1;
    else if (character === ')' || character === '}') depth = Math.max(0, depth - 1);
    else if (at === text.length || (character === ',' && depth === 0)) {
      const raw = text.slice(start, at);
      const value = withoutCodeMarks(raw.trim());
      const lead = raw.length - raw.trimStart().length;
      if (value !== '') entries.push({ value, location: lines.locate(offset + start + lead) });
      start = at + 1;
    }
  }
  return entries;
}

function withoutCodeMarks(text: string): string {
  const end = text.startsWith('`') ? text.indexOf('`', 1) : -1;
  return end === -1 ? text : text.slice(1, end) + text.slice(end + 1);
}

/** Splits `name (remark)`. */
export function readRemark(entry: string): { name: string; remark?: string } {
  const at = entry.indexOf('(');
  if (at === -1 || !entry.endsWith(')')) return { name: entry };
  return { name: entry.slice(0, at).trim(), remark: entry.slice(at + 1, -1).trim() };
}
