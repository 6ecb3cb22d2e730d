import { canQuote, findFolderVariables, quoteVariables } from '../../validate/checks/hooks/shell-folders.js';
import { listEntries } from '../hook-places.js';
import { diagnosticsAt, type Fixer, type Repair } from '../repair.js';
import { readScalar } from '../scalar-source.js';
import type { Span } from '../source-document.js';
import type { TextEdit } from '../text-edit.js';

/** `hook-path-unquoted`: the client's folders in a command get double quotes, whatever the scalar is written in. */
export const quotePath: Fixer = ({ document, diagnostics }) => {
  if (!document) return [];
  return listEntries(document.values).flatMap(({ path, entry }): Repair[] => {
    const { command, shell } = entry;
    const at = [...path, 'command'];
    const own = diagnosticsAt(diagnostics, document.positions.locate(at));
    if (own.length === 0 || typeof command !== 'string') return [];
    const refuse = (reason: string): Repair[] => [{ kind: 'refused', diagnostics: own, reason }];
    if (shell === 'powershell' || !canQuote(command))
      return refuse('in this command quotes would change more than that');
    const node = document.find(at);
    const edits = node && quoteInSource(document.text, node, command);
    if (!edits) return refuse('the command is written with escapes');
    return [{ kind: 'document', diagnostics: own, edits, changes: [{ path: at, value: quoteVariables(command) }] }];
  });
};

/** Edits of the scalar; undefined where its source does not show the variables as its value has them. */
function quoteInSource(text: string, node: Span, command: string): TextEdit[] | undefined {
  const { style, inner } = readScalar(text, node);
  const variables = findFolderVariables(command);
  const places = findFolderVariables(text.slice(inner.start, inner.end)).map(({ start }) => inner.start + start);
  if (places.length !== variables.length) return undefined;
  const quote = style === 'double' ? '\\"' : '"';
  const edits: TextEdit[] = [];
  for (const [index, variable] of variables.entries()) {
    const start = places[index] ?? 0;
    const end = start + variable.text.length;
    if (text.slice(start, end) !== variable.text) return undefined;
    if (variable.quoted) continue;
    edits.push({ start, end: start, text: quote }, { start: end, end, text: quote });
  }
  if (style !== 'plain' || edits[0]?.start !== inner.start) return edits;
  // A plain scalar cannot start with a double quote.
  const quoted = quoteVariables(text.slice(inner.start, inner.end)).replaceAll("'", "''");
  return [{ ...inner, text: `'${quoted}'` }];
}
