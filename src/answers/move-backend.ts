import { findCodeFences } from '../definition/fences.js';
import type { BackendFolder } from './answers.js';

/** What the definitions that are shipped say, where the backend is in another place. */
const SHIPPED = /(?<![\w./-])backend\/(app|tests)(?![\w-])(\/?)/g;
/** Whether the backend is where the definitions that are shipped say, so that nothing in them is to be moved. */
export function isShippedPlace({ root, app }: BackendFolder): boolean {
  return root === 'backend' && app === 'app';
}

const IMPORT = /^([ \t]*(?:from|import)[ \t]+)app(\.|(?=[ \t\r\n]))/gm;

/** Rewrites a Markdown body to the backend's folder: its paths everywhere, its imports in Python code. */
export function moveBackend(text: string, { root, app }: BackendFolder): string {
  return moveImports(text, importName(app)).replace(SHIPPED, (_, part: string, slash: string) => {
    const folder = [root, part === 'app' ? app : part].filter((name) => name !== '' && name !== '.').join('/');
    if (folder === '') return slash === '' ? '.' : '';
    return folder + slash;
  });
}

function moveImports(text: string, name: string): string {
  if (name === 'app') return text;
  const parts: string[] = [];
  let at = 0;
  for (const fence of findCodeFences(text)) {
    if (fence.language !== 'python') continue;
    parts.push(text.slice(at, fence.textOffset), moveImportsOf(text.slice(fence.textOffset, fence.end), name));
    at = fence.end;
  }
  return parts.join('') + text.slice(at);
}

function moveImportsOf(code: string, name: string): string {
  return code.replace(IMPORT, (whole, statement: string, dot: string) => {
    if (name !== '') return `${statement}${name}${dot}`;
    return dot === '.' ? statement : whole;
  });
}

/** How modules name the package; empty where they are imported from inside of it. */
function importName(app: string): string {
  const name = app.split('/').at(-1) ?? '';
  // The first says the same of ASCII, and is made in a tenth of the time.
  return /^[A-Za-z_]\w*$/.test(name) || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : '';
}
