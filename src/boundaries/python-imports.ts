/** No module that anyone looks for has a longer name; it bounds the work on a text made to be slow. */
const MAX_NAME = 200;

/**
 * The absolute imports of a Python text, or of a piece of one, as dotted names: `import a.b as c` gives `a.b`,
 * `from a import b, c` gives `a.b` and `a.c`, `from a import *` gives `a`. Comments and strings hold none. The time is
 * linear in the text's length.
 */
export function pythonImports(text: string): Set<string> {
  const imports = new Set<string>();
  const marks = /["'#]|(?<![\w.\u0080-\uffff])(?:import|from)(?![\w\u0080-\uffff])/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const after = marks.lastIndex;
    if (mark[0] === '#') marks.lastIndex = endOfLine(text, after);
    else if (mark[0] === '"' || mark[0] === "'") marks.lastIndex = endOfString(text, mark.index, mark[0]);
    else if (!beginsStatement(text, mark.index)) continue;
    else if (mark[0] === 'import') marks.lastIndex = readNames(text, after, '', imports);
    else marks.lastIndex = readFrom(text, after, imports);
  }
  return imports;
}

/** Whether a line begins here or, after `;` or `:`, a statement: prose with the same words does not count. */
function beginsStatement(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && ' \t\f'.includes(text.charAt(at))) at -= 1;
  return at < 0 || '\n\r;:'.includes(text.charAt(at));
}

/** Reads what follows `from`, and returns where the text goes on. */
function readFrom(text: string, start: number, imports: Set<string>): number {
  let at = skipBlanks(text, start, false);
  const relative = text[at] === '.';
  while (text[at] === '.') at = skipBlanks(text, at + 1, false);
  const module = readDotted(text, at);
  at = skipBlanks(text, module.end, false);
  const keyword = readWord(text, at);
  if (keyword.word !== 'import') return module.end;
  // A relative import is the project's own module, whatever its name.
  return readNames(text, keyword.end, module.name, relative ? new Set() : imports);
}

/** Reads `a.b as c, d`, in parentheses or not, adds the names to `imports`, and returns where the text goes on. */
function readNames(text: string, start: number, module: string, imports: Set<string>): number {
  let at = skipBlanks(text, start, false);
  const parenthesis = text[at] === '(';
  if (parenthesis) at += 1;
  for (let count = 0; ; count += 1) {
    at = skipBlanks(text, at, parenthesis);
    const { name, end } = readDotted(text, at);
    if (name) imports.add(module ? `${module}.${name}` : name);
    else if (module && (count === 0 || text[at] === '*')) imports.add(module);
    if (end === at) return at;
    at = skipBlanks(text, end, parenthesis);
    const as = readWord(text, at);
    if (as.word === 'as') at = skipBlanks(text, readWord(text, skipBlanks(text, as.end, parenthesis)).end, parenthesis);
    if (text[at] !== ',') return at;
    at += 1;
  }
}

/** Reads `a.b.c`, with blanks around the dots as Python takes them; an overlong name is read as none. */
function readDotted(text: string, start: number): { name: string; end: number } {
  let name = '';
  let length = 0;
  for (let at = start; ; ) {
    const { word, end } = readWord(text, at);
    if (end === at) return { name: '', end: at };
    length += end - at;
    if (length <= MAX_NAME) name = name === '' ? word : `${name}.${word}`;
    at = skipBlanks(text, end, false);
    if (text[at] !== '.') return { name: length <= MAX_NAME ? name : '', end };
    at = skipBlanks(text, at + 1, false);
  }
}

/** Reads one identifier; Python takes names of the same compatible characters for the same. */
function readWord(text: string, start: number): { word: string; end: number } {
  let end = start;
  let ascii = true;
  for (let code = text.charCodeAt(end); isWordCode(code); code = text.charCodeAt(end)) {
    if (code >= 0x80) ascii = false;
    end += 1;
  }
  const word = end - start <= MAX_NAME ? text.slice(start, end) : '';
  return { word: ascii ? word : word.normalize('NFKC'), end };
}

function isWordCode(code: number): boolean {
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return isLetter || isDigit || code === 0x5f || code >= 0x80;
}

/** Skips blanks and joined lines; in parentheses also line breaks and comments. */
function skipBlanks(text: string, start: number, parenthesis: boolean): number {
  for (let at = start; ; ) {
    const character = text[at];
    if (character === ' ' || character === '\t' || character === '\f') at += 1;
    else if (character === '\\' && text[at + 1] === '\n') at += 2;
    else if (character === '\\' && text[at + 1] === '\r') at += text[at + 2] === '\n' ? 3 : 2;
    else if (parenthesis && (character === '\n' || character === '\r')) at += 1;
    else if (parenthesis && character === '#') at = endOfLine(text, at);
    else return at;
  }
}

function endOfLine(text: string, start: number): number {
  const ends = /[\r\n]/g;
  ends.lastIndex = start;
  return ends.exec(text)?.index ?? text.length;
}

/** What matters next in a string: an escaped character, or the string's end. */
const STRINGS = {
  '"': { single: /\\(?:\r\n|.)|["\r\n]/gs, triple: /\\.|"{3}/gs },
  "'": { single: /\\(?:\r\n|.)|['\r\n]/gs, triple: /\\.|'{3}/gs },
};

/**
 * Where the string that a quote opens is over. A triple quote without its counterpart is the end of a string that
 * begins above the piece of text: what follows it is code.
 */
function endOfString(text: string, start: number, quote: '"' | "'"): number {
  const triple = text[start + 1] === quote && text[start + 2] === quote;
  const next = STRINGS[quote][triple ? 'triple' : 'single'];
  const inside = start + (triple ? 3 : 1);
  next.lastIndex = inside;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (!found[0].startsWith('\\')) return next.lastIndex;
  }
  return triple ? inside : text.length;
}
