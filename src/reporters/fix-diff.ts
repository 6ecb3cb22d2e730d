import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import type { FileFix, FixPlan } from '../fix/fix-plan.js';

/** More changed lines than this are shown as one change of the whole file: to find the shortest diff would take long. */
const MAX_EDITS = 2000;

/** The changes as `git diff` shows them, so that `git apply` and `patch -p1` take them; bytes, for a script may not be UTF-8. */
export function formatFixDiff({ fixes }: FixPlan): Buffer {
  return Buffer.from(fixes.map(formatFileDiff).join(''), 'latin1');
}

/** The changes as one JSON document. */
export function formatFixJson({ fixes, notFixed }: FixPlan): string {
  const shown = fixes.map((fix) => ({
    file: fix.file,
    rules: fix.rules,
    diff: Buffer.from(formatFileDiff(fix), 'latin1').toString('utf8'),
  }));
  return `${JSON.stringify({ fixes: shown, notFixed }, null, 2)}\n`;
}

/** One byte of the diff in each character. */
function formatFileDiff({ file, before, after, makesExecutable }: FileFix): string {
  const [old, now] = [before, after].map((bytes) => Buffer.from(bytes).toString('latin1'));
  const patch = formatPatch({
    oldFileName: `a/${file}`,
    newFileName: `b/${file}`,
    oldHeader: undefined,
    newHeader: undefined,
    isGit: true,
    ...(makesExecutable ? { oldMode: '100644', newMode: '100755' } : {}),
    hunks: old === undefined || now === undefined || old === now ? [] : findHunks(old, now),
  });
  const head = patch.indexOf('\n@@');
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
