import { REMOVED_TOOLS, readToolReference } from '../../client/tools.js';
import { readNames } from '../../definition/names.js';
import { isObject } from '../../is-object.js';
import type { Diagnostic } from '../../validate/diagnostic.js';
import { diagnosticsAt, type Fixer, type Repair } from '../repair.js';
import type { SourceDocument } from '../source-document.js';
import { type ChangedName, editNames } from './edit-names.js';

/** Fields that hold the names of tools. */
const FIELDS = ['tools', 'disallowedTools'];

/** `agent-tool-unknown`: a tool that is gone becomes its successor, or goes where that is listed already. */
export const replaceTool: Fixer = ({ document, diagnostics }) => {
  if (!document) return [];
  return FIELDS.flatMap((field) => repairField(document, field, diagnostics));
};

function repairField(document: SourceDocument, field: string, diagnostics: readonly Diagnostic[]): Repair[] {
  const value = isObject(document.values) ? document.values[field] : undefined;
  const reported = readNames(value, field).map((entry) => {
    const { name } = readToolReference(entry.name);
    const own = diagnosticsAt(diagnostics, document.positions.locateWord(entry.path, name, entry.index));
    return { entry, name, own, successor: own.length > 0 ? REMOVED_TOOLS.get(name) : undefined };
  });
  const repaired = reported.flatMap(({ successor, own }) => (successor === undefined ? [] : own));
  if (repaired.length === 0) return [];
  const edited = editNames(document, { field, value, names: chooseChanges(reported) });
  if (!edited) return [{ kind: 'refused', diagnostics: repaired, reason: 'the list is laid out in an unusual way' }];
  return [{ kind: 'document', diagnostics: [...new Set(repaired)], ...edited }];
}

/** Of several names with one successor the first becomes it, unless it is listed already; the others go. */
function chooseChanges(names: readonly (ChangedName & { name: string; successor?: string | undefined })[]) {
  const listed = new Set(names.flatMap(({ name, successor }) => (successor === undefined ? name : [])));
  return names.map(({ entry, name, successor }): ChangedName => {
    if (successor === undefined) return { entry };
    if (listed.has(successor)) return { entry, change: { kind: 'drop' } };
    listed.add(successor);
    return { entry, change: { kind: 'replace', length: name.length, by: successor } };
  });
}
