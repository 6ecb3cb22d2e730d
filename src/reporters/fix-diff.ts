import type { FixPlan } from '../fix/fix-plan.js';
import { formatFileDiff } from './unified-diff.js';

/** The changes as a diff; bytes, for a script may not be UTF-8. */
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
