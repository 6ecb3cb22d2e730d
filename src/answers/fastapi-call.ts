import { blankPython } from './python-code.js';

/** `from fastapi import …`, with what is imported, in parentheses or not. */
const FROM =
  /(?:^|[;:])[ \t]*from[ \t]+fastapi(?:\.applications)?[ \t]+import\b[ \t]*(\([^)]{0,4000}|(?:[^\n\\;]|\\\r?\n){0,4000})/gm;
/** `import …`, with the modules. */
const IMPORT = /(?:^|[;:])[ \t]*import[ \t]+([^\n;]{0,4000})/gm;

/** The line, from 1, on which a Python text first makes a FastAPI application; undefined when it makes none. */
export function findFastApiCall(text: string): number | undefined {
  if (!text.includes('FastAPI')) return undefined;
  const code = blankPython(text);
  const names = readConstructors(code);
  if (names.length === 0) return undefined;
  const call = new RegExp(`(?<![\\w.])(?<!\\b(?:class|def)[ \\t]+)(?:${names.join('|')})[ \\t]*\\(`).exec(code);
  return call ? code.slice(0, call.index).split('\n').length : undefined;
}

/** What the text calls the class `FastAPI`, as patterns. */
function readConstructors(code: string): string[] {
  const names = new Set<string>();
  for (const [, list = ''] of code.matchAll(FROM)) {
    for (const [imported, alias] of readList(list)) {
      if (imported === 'FastAPI' || imported === '*') names.add(alias ?? 'FastAPI');
    }
  }
  for (const [, list = ''] of code.matchAll(IMPORT)) {
    for (const [module, alias] of readList(list)) {
      if (module === 'fastapi') names.add(`${alias ?? module}\\.FastAPI`);
    }
  }
  return [...names];
}

/** `a, b as c` as pairs of a name and, where there is one, its alias. */
function readList(list: string): [string, string | undefined][] {
  return list
    .replace(/[(\\]/g, ' ')
    .split(',')
    .map((item) => {
      const [, name = '', alias] = /^\s*([\w.]+|\*)(?:\s+as\s+(\w+))?/.exec(item) ?? [];
      return [name, alias];
    });
}
