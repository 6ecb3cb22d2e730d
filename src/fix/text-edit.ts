/** A piece of a text, and what comes in its place. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** The text with its edits, or undefined when two of them overlap. Equal edits count once; the order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  let last: TextEdit | undefined;
  for (const edit of sorted) {
    if (last && edit.start === last.start && edit.end === last.end && edit.text === last.text) continue;
    if (edit.start < at) return undefined;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
    last = edit;
  }
  return parts.join('') + text.slice(at);
}

/** Cuts that overlap or touch become one. */
export function mergeCuts(cuts: readonly { start: number; end: number }[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end, text: '' });
  }
  return merged;
}

/** Where the line starts on which an offset lies. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line ends on which an offset lies: before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the next line starts, or the text ends. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
