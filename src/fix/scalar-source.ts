import type { Span } from './source-document.js';
import { lineEnd } from './text-edit.js';

/** How a scalar is written, and the part of it that holds its text. */
export interface ScalarSource {
  style: 'plain' | 'single' | 'double' | 'block';
  inner: Span;
}

/** Reads the style of a scalar off its first character; JSON has but the one with double quotes. */
export function readScalar(text: string, { start, end }: Span): ScalarSource {
  switch (text[start]) {
    case "'":
      return { style: 'single', inner: { start: start + 1, end: end - 1 } };
    case '"':
      return { style: 'double', inner: { start: start + 1, end: end - 1 } };
    case '|':
    case '>':
      return { style: 'block', inner: { start: Math.min(lineEnd(text, start), end), end } };
    default:
      return { style: 'plain', inner: { start, end } };
  }
}
