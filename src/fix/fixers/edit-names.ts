import { type NameEntry, readNames } from '../../definition/names.js';
import type { ValueChange } from '../repair.js';
import { readScalar } from '../scalar-source.js';
import type { SourceDocument, Span } from '../source-document.js';
import { applyEdits, mergeCuts, type TextEdit } from '../text-edit.js';
import { dropItems } from './drop-items.js';

/** A name of a list, and what becomes of it. */
export interface ChangedName {
  entry: NameEntry;
  /** `length` is that of the name without the permission rule behind it, which stays. */
  change?: { kind: 'drop' } | { kind: 'replace'; length: number; by: string } | undefined;
}

export interface NameList {
  field: string;
  value: unknown;
  /** All of its names, in order. */
  names: readonly ChangedName[];
}

interface Edited {
  edits: TextEdit[];
  changes: ValueChange[];
}

/** Edits a list of names in either spelling; undefined where its source does not show the names as its value does. */
export function editNames(document: SourceDocument, { field, value, names }: NameList): Edited | undefined {
  if (!Array.isArray(value)) {
    const edited = editScalar(document, [field], String(value), names);
    return edited && { edits: edited.edits, changes: [{ path: [field], value: edited.value }] };
  }
  const edits: TextEdit[] = [];
  const dropped = new Set<number>();
  const kept: unknown[] = [];
  for (const [index, item] of value.entries()) {
    const own = names.filter(({ entry }) => entry.path[1] === index);
    if (own.length > 0 && own.every(({ change }) => change?.kind === 'drop')) {
      dropped.add(index);
      continue;
    }
    const isChanged = own.some(({ change }) => change !== undefined);
    const edited = isChanged ? editScalar(document, [field, index], String(item), own) : { edits: [], value: item };
    if (!edited) return undefined;
    edits.push(...edited.edits);
    kept.push(edited.value);
  }
  const list = document.find([field]);
  const cuts = list && dropItems(document.text, list, dropped);
  return cuts && { edits: [...edits, ...cuts], changes: [{ path: [field], value: kept }] };
}

/** Edits a text of names, in the file and as a value. */
function editScalar(
  document: SourceDocument,
  path: readonly (string | number)[],
  value: string,
  names: readonly ChangedName[],
): { edits: TextEdit[]; value: string } | undefined {
  const node = document.find(path);
  if (!node) return undefined;
  const { inner } = readScalar(document.text, node);
  const written = readNames(document.text.slice(inner.start, inner.end), '');
  const isShown = written.length === names.length && written.every(({ name }, at) => name === names[at]?.entry.name);
  const edited = applyEdits(
    value,
    changeTokens(
      names.map(({ entry }) => spanOf(entry)),
      names,
    ),
  );
  if (!isShown || edited === undefined) return undefined;
  return {
    edits: changeTokens(
      written.map((entry) => spanOf(entry, inner.start)),
      names,
    ),
    value: edited,
  };
}

/** What is dropped goes with the separator behind it, at the end of the text with the one before it. */
function changeTokens(tokens: readonly Span[], names: readonly ChangedName[]): TextEdit[] {
  const isDropped = (index: number) => names[index]?.change?.kind === 'drop';
  const cuts: Span[] = [];
  const replacements: TextEdit[] = [];
  for (const [index, { start, end }] of tokens.entries()) {
    const change = names[index]?.change;
    if (change?.kind === 'replace') replacements.push({ start, end: start + change.length, text: change.by });
    if (change?.kind !== 'drop') continue;
    const next = tokens.find((_, at) => at > index && !isDropped(at));
    const before = tokens.findLast((_, at) => at < index && !isDropped(at));
    cuts.push(next ? { start, end: next.start } : { start: before?.end ?? start, end });
  }
  return [...replacements, ...mergeCuts(cuts)];
}

function spanOf({ name, index }: NameEntry, offset = 0): Span {
  return { start: offset + index, end: offset + index + name.length };
}
