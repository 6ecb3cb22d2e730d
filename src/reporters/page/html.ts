import { printable } from '../printable.js';

/** Text that is markup already. Only `html` makes it, so that a plain string can never pass for it. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Markup with everything that is put into it escaped, unless it is markup itself. */
  static of(strings: TemplateStringsArray, parts: readonly Part[]): Markup {
    return new Markup(
      strings.map((text, index) => text + (index < parts.length ? Markup.#write(parts[index]) : '')).join(''),
    );
  }

  static #write(part: Part): string {
    if (part instanceof Markup) return part.#text;
    if (Array.isArray(part)) return part.map((item: Part) => Markup.#write(item)).join('');
    return part === undefined ? '' : escapeText(String(part));
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template; undefined leaves its place empty. */
export type Part = string | number | Markup | undefined | readonly Part[];

/** Makes markup of a template: what is written in it stays, what is put into it is shown as text, in attributes too. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return Markup.of(strings, parts);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in content and in quoted attributes. What is invisible or would turn the text round is spelt out. */
function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A text as the page shows it: control characters, bidirectional marks and halves of characters as escapes. */
export function visible(text: string): string {
  return printable(text.replaceAll('\r\n', '\n'), { tabs: true, lines: true }).replace(
    /\p{Cs}/gu,
    (half) => `\\u${half.charCodeAt(0).toString(16)}`,
  );
}
