/**
 * @typedef {object} Fence
 * @property {number} line the opening fence's line, from 1
 * @property {string} info what follows the opening marks
 * @property {string[]} code the lines between the fences, without the indentation of the list that holds them
 * @property {string} above the line above the opening fence
 * @property {boolean} closed
 * @property {boolean} deep indented so far that CommonMark sees an indented code block
 */

const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3}(?:[-*+]|\d{1,9}[.)]))(?:( {1,4})(?=\S)| (?= {4})| ?$)/;
const INDENT = /^[ \t]*/;
/** Indentation with the marks of quotes and list items in it. */
const STRUCTURE = /^[ \t>*+\-\d.)]*/;
const OPENING = /^( *)(?:(`{3,})([^`]*)|(~{3,})(.*))$/;

/**
 * All fenced blocks of a markdown text, as CommonMark 0.31 (4.5, 5.1, 5.2) reads them in quotes and lists.
 * @param {string} markdown
 * @returns {Fence[]}
 */
export function findFences(markdown) {
  const lines = markdown.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const fences = [];
  let containers = [];
  let open;
  let above = '';
  lines.forEach((raw, index) => {
    const entered = enter(containers, raw);
    if (open && entered.depth === containers.length) {
      if (closes(entered.rest, open)) {
        open.fence.closed = true;
        open = undefined;
        above = '';
      } else open.fence.code.push(outdent(entered.rest, open.indent));
      return;
    }
    open = undefined;
    const found = openContainers(containers.slice(0, entered.depth), expandTabs(entered.rest, STRUCTURE));
    containers = found.containers;
    const match = OPENING.exec(expandIndent(found.rest));
    if (match) {
      const [, { length: indent }, ticks, tickInfo, tildes, tildeInfo] = match;
      const info = (tickInfo ?? tildeInfo).trim();
      const fence = { line: index + 1, info, code: [], above, closed: false, deep: indent > 3 };
      fences.push(fence);
      open = { fence, indent, marks: ticks ?? tildes };
    }
    above = found.rest;
  });
  return fences;
}

/** How many of the open quotes and list items the line belongs to, and what is left of it. */
function enter(containers, raw) {
  let rest = raw;
  let depth = 0;
  for (const { width } of containers) {
    const text = expandIndent(rest);
    const quote = width === undefined && QUOTE.exec(text);
    if (quote) rest = text.slice(quote[0].length);
    else if (width !== undefined && text.trim() === '') rest = '';
    else if (width !== undefined && text.startsWith(' '.repeat(width))) rest = text.slice(width);
    else break;
    depth += 1;
  }
  return { depth, rest };
}

/** The quotes and list items that start on this line. */
function openContainers(outer, line) {
  const containers = [...outer];
  for (let rest = line; ; ) {
    const text = expandIndent(rest);
    const quote = QUOTE.exec(text);
    const item = quote ? undefined : ITEM.exec(text);
    if (quote) containers.push({});
    else if (item) containers.push({ width: item[1].length + (item[2]?.length ?? 1) });
    else return { containers, rest };
    rest = text.slice(quote?.[0].length ?? containers.at(-1).width);
  }
}

function closes(rest, { marks, fence }) {
  const text = expandIndent(rest);
  const marker = text.trim();
  if (!fence.deep && text.search(/\S/) > 3) return false;
  return marker.length >= marks.length && marker === marks[0].repeat(marker.length);
}

function outdent(line, columns) {
  if (columns === 0) return line;
  const text = expandIndent(line);
  return text.slice(Math.min(columns, text.length - text.trimStart().length));
}

function expandIndent(line) {
  return expandTabs(line, INDENT);
}

/** The line with the tabs in front of its text made into spaces. */
function expandTabs(line, prefix) {
  const front = prefix.exec(line)[0];
  if (!front.includes('\t')) return line;
  let expanded = '';
  for (const character of front) expanded += character === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : character;
  return expanded + line.slice(front.length);
}
