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
  const opening = /^---[^\S\n]*(\S[^\n]*)?\n/.exec(text.slice(start));
  if (!opening || opening[1]?.startsWith('-')) return { kind: 'no-frontmatter' };
  const language = opening[1] && matter.language(text.slice(start)).name;
  if (language) return { kind: 'language', language };

  const offset = start + opening[0].length;
  const end = text.indexOf('---', offset);
  if (end === -1) return { kind: 'unclosed' };
  const afterFence = end + '---'.length;
  const bodyOffset = afterFence + (/^\s*?\n/.exec(text.slice(afterFence))?.[0].length ?? 0);
  return {
    kind: 'split',
    frontmatter: { text: text.slice(offset, end), offset },
    body: { text: text.slice(bodyOffset), offset: bodyOffset },
    ...(isMeant(text, end) ? {} : { earlyFence: end }),
  };
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
