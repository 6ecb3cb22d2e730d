import matter from 'gray-matter';

/** A piece of a text and the offset at which it starts there. */
export interface Slice {
  text: string;
  offset: number;
}

export type Split =
  | {
      kind: 'split';
      frontmatter: Slice;
      body: Slice;
      /** Offset of the closing `---` when it stands within a line, where hardly anyone wants to close. */
      earlyFence?: number;
    }
  | { kind: 'empty' }
  | { kind: 'no-frontmatter' }
  | { kind: 'unclosed' }
  | { kind: 'language'; language: string };

/**
 * Splits a markdown file at its `---` fences, without giving the frontmatter a meaning.
 *
 * gray-matter tells a language of its own (`---js`), which is only named here: to parse it would be to run it. The split
 * itself is the client's (2.1.330), which takes `---` and white space as the opening line and ends the frontmatter at the
 * next `---`, even one within a line.
 */
export function splitFrontmatter(text: string): Split {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (text.slice(start).trim() === '') return { kind: 'empty' };
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd === -1 || !text.startsWith('---', start)) return { kind: 'no-frontmatter' };
  const behind = text.slice(start + '---'.length, lineEnd).trim();
  if (behind.startsWith('-')) return { kind: 'no-frontmatter' };
  const language = behind && matter.language(text.slice(start)).name;
  if (language) return { kind: 'language', language };

  const offset = lineEnd + 1;
  const end = text.indexOf('---', offset);
  if (end === -1) return { kind: 'unclosed' };
  const afterFence = end + '---'.length;
  const bodyOffset = afterBlank(text, afterFence);
  return {
    kind: 'split',
    frontmatter: { text: text.slice(offset, end), offset },
    body: { text: text.slice(bodyOffset), offset: bodyOffset },
    ...(isMeant(text, end) ? {} : { earlyFence: end }),
  };
}

/** Where the next line begins, if there is nothing more on this one; otherwise right here. */
function afterBlank(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline !== -1 && text.slice(offset, newline).trim() === '' ? newline + 1 : offset;
}

/** Whether a fence closes where its author wanted: at the start of a line, or indented with no frontmatter after it. */
function isMeant(text: string, fence: number): boolean {
  const lineStart = text.lastIndexOf('\n', fence - 1) + 1;
  const before = text.slice(lineStart, fence);
  if (before !== '') return before.trim() === '' && !hasFieldsBehind(text.slice(fence));
  return true;
}

/** Whether another closing fence follows, and a line like `tools:` before it: then the first one stood in a value. */
function hasFieldsBehind(rest: string): boolean {
  const next = /\n---[ \t]*(?:\r?\n|$)/.exec(rest);
  return next !== null && /^[A-Za-z]{1,40}:(?: |$)/m.test(rest.slice(0, next.index));
}
