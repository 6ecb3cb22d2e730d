import { isDigit } from '../characters.js';
import type { ValuePath } from './location.js';

/**
 * Reads YAML that is written as nearly all frontmatter is: block mappings and lists, plain and quoted texts on a line of
 * their own, short lists in brackets, folded and literal blocks without surprises. It says what the YAML parser says, some
 * hundred times faster, or nothing: where anything is written in another way, undefined comes back.
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  return isUnusual(text) ? undefined : read(new Reader(text, undefined));
}

/** Where a value stands in a text, from its first character to behind its last; and the key before it, where it has one. */
export interface Place {
  start: number;
  end: number;
  key?: number;
}

/** The places of all that `readPlainYaml` reads, by `pathKey`; undefined where the YAML parser has to be asked. */
export function placePlainYaml(text: string): ReadonlyMap<string, Place> | undefined {
  const places = new Map<string, Place>();
  return read(new Reader(text, places)) && places;
}

/** Tells the paths of values apart. */
export function pathKey(path: ValuePath): string {
  return path.map((step) => (typeof step === 'number' ? `#${step}` : `.${step}`)).join('\n');
}

function read(reader: Reader): Record<string, unknown> | undefined {
  try {
    const values = reader.readMapping(0);
    return reader.isAtEnd() ? values : undefined;
  } catch (error) {
    if (error === UNREADABLE) return undefined;
    throw error;
  }
}

/** Thrown, without a stack, for what only the real parser is to judge. */
const UNREADABLE = Symbol('unreadable');

/** Other line ends and blanks, control characters, halves of characters, and what could start or end a document. */
function isUnusual(text: string): boolean {
  return hasDocumentMark(text) || (RARE.test(text) && /(?!\n)\p{Cc}|(?! )\p{Z}|\p{Cs}|\ufeff/u.test(text));
}

function hasDocumentMark(text: string): boolean {
  return ['---', '...'].some((mark) => text.startsWith(mark) || text.includes(`\n${mark}`));
}

/** Most texts have none of these, and the classes of Unicode take long to make. */
const RARE = /[^\n -~]/;

/** YAML has an end for keys, at 1,024 characters. */
const KEY = /^([A-Za-z_][\w-]{0,99}):(?: +(?=\S)| *$)/;
/** Text that needs no look at what stands around it, and that is no number, no boolean and not null. */
const PLAIN = /^[A-Za-z/][^#:]*$|^[A-Za-z/](?:[^#:]|:(?=[^\s])|(?<=\S)#)*$/;
const RESERVED: ReadonlySet<string> = new Set(['null', 'true', 'false', 'y', 'n', 'yes', 'no', 'on', 'off']);
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const IN_BRACKETS = /^\[[^[\]{}#"'&*!|>%@`]*\]$/;
const BLOCKS: ReadonlySet<string> = new Set(['|', '|-', '>', '>-']);

const MAX_LEVELS = 20;

interface Line {
  indent: number;
  /** Without the indent and without blanks at the end. */
  text: string;
  /** Of `text`. */
  offset: number;
}

class Reader {
  readonly #lines: Line[];
  readonly #places: Map<string, Place> | undefined;
  readonly #path: (string | number)[] = [];
  #at = 0;

  /** `places` is filled; without it only values are read. */
  constructor(text: string, places: Map<string, Place> | undefined) {
    this.#places = places;
    let start = 0;
    this.#lines = text.split('\n').map((line) => {
      const trimmed = line.trimStart();
      const indent = line.length - trimmed.length;
      const offset = start + indent;
      start += line.length + 1;
      return { indent, text: trimmed.trimEnd(), offset };
    });
  }

  isAtEnd(): boolean {
    return this.#peek() === undefined;
  }

  readMapping(indent: number): Record<string, unknown> {
    this.#checkDepth();
    const values: Record<string, unknown> = {};
    const first = this.#peek();
    for (let line = first; line && line.indent === indent; line = this.#peek()) {
      const match = KEY.exec(line.text);
      const key = match?.[1];
      // A key that stands twice has a place that matters.
      if (!match || key === undefined || key === '__proto__' || Object.hasOwn(values, key)) throw UNREADABLE;
      if (indent > 0 && RESERVED.has(key.toLowerCase())) throw UNREADABLE;
      this.#at += 1;
      this.#path.push(key);
      const behind = match[0].length;
      values[key] = this.#readValue(line.text.slice(behind), line.offset + behind, indent, indent);
      this.#noteKey(line.offset);
      this.#path.pop();
    }
    if (first) this.#note(first.offset, this.#endBefore());
    return values;
  }

  /** What stands behind a key or a dash, on its line or below it. */
  #readValue(text: string, offset: number, indent: number, listIndent: number): unknown {
    if (text === '') return this.#readBelow(indent, listIndent);
    if (BLOCKS.has(text)) {
      const value = this.#readBlock(indent, text.startsWith('>'), text.endsWith('-'));
      this.#note(offset, this.#endBefore());
      return value;
    }
    // Whatever is indented more goes on with this value.
    const next = this.#lines[this.#at];
    const following = next?.text === '' ? this.#peekFrom(this.#at) : next;
    if (following && following.indent > indent) throw UNREADABLE;
    this.#note(offset, offset + text.length);
    return this.#readScalar(text, offset);
  }

  #readBelow(indent: number, listIndent: number): unknown {
    const line = this.#peek();
    if (line && isItem(line.text) && line.indent >= listIndent) return this.#readList(line.indent);
    if (!line || line.indent <= indent) {
      // Only the parser knows where nothing stands.
      if (this.#places) throw UNREADABLE;
      return null;
    }
    return this.readMapping(line.indent);
  }

  #readList(indent: number): unknown[] {
    this.#checkDepth();
    const items: unknown[] = [];
    const first = this.#peek();
    for (let line = first; line && line.indent === indent && isItem(line.text); line = this.#peek()) {
      const text = line.text.slice(1).trimStart();
      const before = line.text.length - text.length;
      if (isItem(text)) throw UNREADABLE;
      this.#path.push(items.length);
      if (KEY.test(text)) {
        // The mapping goes on below its first key.
        this.#lines[this.#at] = { indent: indent + before, text, offset: line.offset + before };
        items.push(this.readMapping(indent + before));
      } else {
        this.#at += 1;
        items.push(this.#readValue(text, line.offset + before, indent, indent + 1));
      }
      this.#path.pop();
    }
    if (first) this.#note(first.offset, this.#endBefore());
    return items;
  }

  /** Lines of one indent, without blank ones between them. */
  #readBlock(indent: number, folds: boolean, strips: boolean): string {
    const first = this.#lines[this.#at];
    if (!first || first.text === '' || first.indent <= indent) throw UNREADABLE;
    const lines: string[] = [];
    for (
      let line = this.#lines[this.#at];
      line && line.text !== '' && line.indent > indent;
      line = this.#lines[this.#at]
    ) {
      if (line.indent !== first.indent) throw UNREADABLE;
      lines.push(line.text);
      this.#at += 1;
    }
    const next = this.#peekFrom(this.#at);
    if (next && next.indent > indent) throw UNREADABLE;
    return lines.join(folds ? ' ' : '\n') + (strips ? '' : '\n');
  }

  #readScalar(text: string, offset: number): unknown {
    if (isQuoted(text)) return text.slice(1, -1);
    if (text === '[]') return [];
    const isList = text.startsWith('[') && IN_BRACKETS.test(text);
    return isList ? this.#readBrackets(text.slice(1, -1), offset + 1) : readPlain(text);
  }

  #readBrackets(list: string, offset: number): unknown[] {
    let start = offset;
    return list.split(',').map((part, index) => {
      const item = part.trim();
      if (item.includes(': ')) throw UNREADABLE;
      const at = start + part.length - part.trimStart().length;
      start += part.length + 1;
      this.#path.push(index);
      this.#note(at, at + item.length);
      this.#path.pop();
      return readPlain(item);
    });
  }

  /** Notes where the value at the present path stands. */
  #note(start: number, end: number): void {
    this.#places?.set(pathKey(this.#path), { start, end });
  }

  #noteKey(key: number): void {
    const place = this.#places?.get(pathKey(this.#path));
    if (place) place.key = key;
  }

  /** The end of the line before the present one. */
  #endBefore(): number {
    const line = this.#lines[this.#at - 1];
    return line ? line.offset + line.text.length : 0;
  }

  #checkDepth(): void {
    if (this.#path.length > MAX_LEVELS) throw UNREADABLE;
  }

  /** The next line that says something; blank ones and comments are passed over. */
  #peek(): Line | undefined {
    while (this.#at < this.#lines.length && isSilent(this.#lines[this.#at])) this.#at += 1;
    return this.#lines[this.#at];
  }

  #peekFrom(at: number): Line | undefined {
    let next = at;
    while (next < this.#lines.length && isSilent(this.#lines[next])) next += 1;
    return this.#lines[next];
  }
}

function isSilent(line: Line | undefined): boolean {
  return line === undefined || line.text === '' || line.text.startsWith('#');
}

/** Without anything inside that stands for something else. */
function isQuoted(text: string): boolean {
  const quote = text.charAt(0);
  if ((quote !== '"' && quote !== "'") || text.length < 2) return false;
  return text.indexOf(quote, 1) === text.length - 1 && (quote === "'" || !text.includes('\\'));
}

function isItem(text: string): boolean {
  return text === '-' || text.startsWith('- ');
}

function readPlain(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (isDigit(text.charAt(0)) && WHOLE_NUMBER.test(text)) return Number(text);
  if (!PLAIN.test(text) || RESERVED.has(text.toLowerCase())) throw UNREADABLE;
  return text;
}
