import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../validate/diagnostic.js';
import { isBelow } from '../validate/layout.js';
import type { Target } from '../validate/target.js';
import type { FileState } from './overlay-access.js';
import type { Fixer, FixTask, Repair, ValueChange } from './repair.js';
import { readSource } from './source-document.js';
import { applyEdits, type TextEdit } from './text-edit.js';
import { changeValues } from './value-change.js';

/** What one rule makes of one file. */
export interface Draft extends FileState {
  /** Absolute, links resolved. */
  path: string;
  /** The diagnostics that are to go. */
  fixed: readonly Diagnostic[];
}

export interface Refusal {
  diagnostics: readonly Diagnostic[];
  reason: string;
}

export interface DraftTask extends Omit<FixTask, 'document'> {
  /** The file's target, or for a script one of the project that it lies in. */
  target: Target | undefined;
}

/** Lets a fixer change one file; what it leaves alone comes back as refusals. Throws the system's error when reading fails. */
export function draftFix(fixer: Fixer, task: DraftTask): { draft?: Draft; refusals: Refusal[] } {
  const { file, diagnostics, target, access } = task;
  const real = access.realPath(file);
  if (!target || real === undefined || !isBelow(real, target.layout.tree)) {
    return { refusals: [{ diagnostics, reason: 'it lies outside of the repository' }] };
  }
  const before = access.read(file);
  const text = target.file === file ? decode(before) : '';
  if (text === undefined) return { refusals: [{ diagnostics, reason: 'it is not UTF-8' }] };
  const document = target.file === file ? readSource(target.kind, text) : undefined;
  const repairs = fixer({ file, diagnostics, document, access });
  const refusals: Refusal[] = repairs.filter(({ kind }) => kind === 'refused').map(toRefusal);
  const tried = new Set(repairs.flatMap((repair) => repair.diagnostics));
  const untried = diagnostics.filter((one) => !tried.has(one));
  if (untried.length > 0) refusals.push({ diagnostics: untried, reason: 'it is written in an unusual way' });
  const fixed = [...new Set(repairs.flatMap((repair) => (repair.kind === 'refused' ? [] : repair.diagnostics)))];
  if (fixed.length === 0) return { refusals };
  const state = { content: before, executable: access.stat(file)?.executable ?? false };
  const changed = document ? changeDocument(target, text, repairs) : changeScript(state, repairs);
  if (!changed) return { refusals: [...refusals, { diagnostics: fixed, reason: 'other values would change' }] };
  return { draft: { ...state, ...changed, path: path.resolve(real), fixed }, refusals };
}

/** The document with all edits, unless a value changes that is not to. */
function changeDocument(target: Target, text: string, repairs: readonly Repair[]): Partial<FileState> | undefined {
  const edits: TextEdit[] = [];
  const changes: ValueChange[] = [];
  for (const repair of repairs) {
    if (repair.kind !== 'document') continue;
    edits.push(...repair.edits);
    changes.push(...repair.changes);
  }
  const changed = applyEdits(text, edits);
  const values = readSource(target.kind, text)?.values;
  const isSame =
    changed !== undefined && isDeepStrictEqual(readSource(target.kind, changed)?.values, changeValues(values, changes));
  return isSame ? { content: new TextEncoder().encode(changed) } : undefined;
}

function changeScript(state: FileState, repairs: readonly Repair[]): Partial<FileState> {
  return repairs.reduce<Partial<FileState>>((changed, repair) => {
    if (repair.kind !== 'script') return changed;
    const content = repair.content ?? changed.content ?? state.content;
    return { content, executable: repair.makeExecutable ?? changed.executable ?? state.executable };
  }, {});
}

function toRefusal(repair: Repair): Refusal {
  return { diagnostics: repair.diagnostics, reason: repair.kind === 'refused' ? repair.reason : '' };
}

/** Undefined for what an edit of its text would not give back byte for byte. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
