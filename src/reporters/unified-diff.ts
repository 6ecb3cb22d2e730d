import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';

/** A file before and after; undefined where there is none. */
export interface FileDiff {
  /** Relative, with forward slashes. */
  file: string;
  before: Uint8Array | undefined;
  after: Uint8Array | undefined;
  makesExecutable?: boolean;
}

/** More changed lines than this are shown as one change of the whole file: to find the shortest diff would take long. */
const MAX_EDITS = 2000;

/** The change as `git diff` shows it, so that `git apply` and `patch -p1` take it; one byte in each character. */
export function formatFileDiff({ file, before, after, makesExecutable }: FileDiff): string {
  const [old, now] = [before, after].map((bytes) => Buffer.from(bytes ?? []).toString('latin1')) as [string, string];
  const patch = formatPatch({
    oldFileName: before === undefined ? '/dev/null' : `a/${file}`,
    newFileName: after === undefined ? '/dev/null' : `b/${file}`,
    oldHeader: undefined,
    newHeader: undefined,
    isGit: true,
    ...(before === undefined ? { isCreate: true, newMode: '100644' } : {}),
    ...(after === undefined ? { isDelete: true, oldMode: '100644' } : {}),
    ...(makesExecutable ? { oldMode: '100644', newMode: '100755' } : {}),
    hunks: old === now ? [] : findHunks(old, now),
  });
  const head = patch.indexOf('\n@@');
  if (head === -1) return patch;
  // Where a path has a blank, git ends its line with a tab, and `patch` reads it only then.
  return patch.slice(0, head).replace(/^(?:---|\+\+\+) [^"\n].* .*$/gm, '$&\t') + patch.slice(head);
}

function findHunks(old: string, now: string): StructuredPatchHunk[] {
  const found = structuredPatch('', '', old, now, undefined, undefined, { context: 3, maxEditLength: MAX_EDITS });
  if (found) return found.hunks;
  const [removed, added] = [linesOf(old), linesOf(now)];
  const lines = [...withSign('-', removed, old), ...withSign('+', added, now)];
  return [{ oldStart: 1, oldLines: removed.length, newStart: 1, newLines: added.length, lines }];
}

function linesOf(text: string): string[] {
  return text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
}

function withSign(sign: string, lines: readonly string[], text: string): string[] {
  const signed = lines.map((line) => sign + line);
  return text.endsWith('\n') ? signed : [...signed, '\\ No newline at end of file'];
}
