/**
 * Reads YAML that is written as nearly all frontmatter is: block mappings and lists, plain and quoted texts on a line of
 * their own, short lists in brackets, folded and literal blocks without surprises. It says what the YAML parser says, some
 * hundred times faster, or nothing: where anything is written in another way, undefined comes back.
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const reader = new Reader(text);
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
const UNUSUAL = /(?!\n)\p{Cc}|(?! )\p{Z}|\p{Cs}|\ufeff|^(?:---|\.\.\.)/mu;

/** YAML has an end for keys, at 1,024 characters. */
const KEY = /^([A-Za-z_][\w-]{0,99}):(?: +(?=\S)| *$)/;
/** Text that needs no look at what stands around it, and that is no number, no boolean and not null. */
const PLAIN = /^[A-Za-z/][^#:]*$|^[A-Za-z/](?:[^#:]|:(?=[^\s])|(?<=\S)#)*$/;
const RESERVED = /^(?:null|true|false|y|n|yes|no|on|off)$/i;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const QUOTED = /^"([^"\\]*)"$|^'([^']*)'$/;
const IN_BRACKETS = /^\[([^[\]{}#"'&*!|>%@`]*)\]$/;
const BLOCK = /^([|>])(-?)$/;

const MAX_LEVELS = 20;

interface Line {
  indent: number;
  /** Without the indent and without blanks at the end. */
  text: string;
}

class Reader {
  readonly #lines: Line[];
  #at = 0;
  #level = 0;

  constructor(text: string) {
    this.#lines = text.split('\n').map((line) => {
      const trimmed = line.trimStart();
      return { indent: line.length - trimmed.length, text: trimmed.trimEnd() };
    });
  }

  isAtEnd(): boolean {
    return this.#peek() === undefined;
  }

  readMapping(indent: number): Record<string, unknown> {
    this.#enter();
    const values: Record<string, unknown> = {};
    for (let line = this.#peek(); line && line.indent === indent; line = this.#peek()) {
      const match = KEY.exec(line.text);
      const key = match?.[1];
      // A key that stands twice has a place that matters.
      if (!match || key === undefined || key === '__proto__' || Object.hasOwn(values, key)) throw UNREADABLE;
      if (indent > 0 && RESERVED.test(key)) throw UNREADABLE;
      this.#at += 1;
      values[key] = this.#readValue(line.text.slice(match[0].length), indent, indent);
    }
    this.#level -= 1;
    return values;
  }

  /** What stands behind a key or a dash, on its line or below it. */
  #readValue(text: string, indent: number, listIndent: number): unknown {
    if (text === '') return this.#readBelow(indent, listIndent);
    const block = BLOCK.exec(text);
    if (block) return this.#readBlock(indent, block[1] === '>', block[2] === '-');
    // Whatever is indented more goes on with this value.
    const next = this.#lines[this.#at];
    const following = next?.text === '' ? this.#peekFrom(this.#at) : next;
    if (following && following.indent > indent) throw UNREADABLE;
    return readScalar(text);
  }

  #readBelow(indent: number, listIndent: number): unknown {
    const line = this.#peek();
    if (line && isItem(line) && line.indent >= listIndent) return this.#readList(line.indent);
    if (!line || line.indent <= indent) return null;
    return this.readMapping(line.indent);
  }

  #readList(indent: number): unknown[] {
    this.#enter();
    const items: unknown[] = [];
    for (let line = this.#peek(); line && line.indent === indent && isItem(line); line = this.#peek()) {
      const text = line.text.slice(1).trimStart();
      if (isItem({ indent, text })) throw UNREADABLE;
      if (KEY.test(text)) {
        // The mapping goes on below its first key.
        const inner = indent + line.text.length - text.length;
        this.#lines[this.#at] = { indent: inner, text };
        items.push(this.readMapping(inner));
      } else {
        this.#at += 1;
        items.push(this.#readValue(text, indent, indent + 1));
      }
    }
    this.#level -= 1;
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

  #enter(): void {
    this.#level += 1;
    if (this.#level > MAX_LEVELS) throw UNREADABLE;
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

function isItem({ text }: Line): boolean {
  return text === '-' || text.startsWith('- ');
}

function readScalar(text: string): unknown {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1] ?? quoted[2];
  if (text === '[]') return [];
  const list = IN_BRACKETS.exec(text)?.[1];
  if (list !== undefined) {
    const items = list.split(',').map((item) => item.trim());
    if (items.some((item) => item.includes(': '))) throw UNREADABLE;
    return items.map(readPlain);
  }
  return readPlain(text);
}

function readPlain(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (WHOLE_NUMBER.test(text)) return Number(text);
  if (!PLAIN.test(text) || RESERVED.test(text)) throw UNREADABLE;
  return text;
}
