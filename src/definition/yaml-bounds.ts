/** Deeper frontmatter is refused: every parser recurses into it. */
const MAX_DEPTH = 200;

/** More indicators in a row than anybody writes. */
const MAX_INDICATORS = 50;

/** What the client refuses before it looks at the rest, and what this parser would recurse into too deeply. */
export function findFault(text: string): { reason: string; offset: number } | undefined {
  const nul = text.indexOf('\0');
  if (nul !== -1) return { reason: 'it holds a NUL character', offset: nul };
  const end = /^\.\.\.[ \t]*(?:\r?\n[ \t]*)+(?=[^\s#])/m.exec(text);
  if (end) return { reason: 'a second document follows behind "..."', offset: end.index };
  const deep = findDepth(text, MAX_DEPTH);
  const crowded = findCrowd(text);
  if (crowded !== undefined) return { reason: `a line opens over ${MAX_INDICATORS} levels`, offset: crowded };
  return deep === undefined ? undefined : { reason: `it is nested over ${MAX_DEPTH} levels`, offset: deep };
}

/** A line with so many indicators of YAML in a row that a parser would take for ever. */
function findCrowd(text: string): number | undefined {
  let run = 0;
  for (let at = 0; at < text.length; ) {
    const token = text.charCodeAt(at);
    // Blanks part the words of a run, and line ends end it.
    if (token === 10) run = 0;
    if (token <= 32) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < text.length && text.charCodeAt(end) > 32) end += 1;
    run = INDICATOR.test(text.slice(at, Math.min(end, at + 100))) ? run + 1 : 0;
    if (run > MAX_INDICATORS) return at;
    at = end;
  }
  return undefined;
}

const INDICATOR = /^(?:[-?:]|[!&*][^\s]*|[\w"'-]*:)$/;

/** Where brackets are nested over a depth; brackets in texts count too, so that this stays one look at each character. */
function findDepth(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > limit) return at;
  }
  return undefined;
}
