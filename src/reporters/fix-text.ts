import type { FileFix, FixPlan, NotFixed } from '../fix/fix-plan.js';
import { plural } from '../plural.js';
import { printable } from './printable.js';

/** One line for a file that was changed. */
export function formatFixed({ file, rules }: FileFix): string {
  return `fixed ${printable(file)} (${rules.join(', ')})\n`;
}

/** One line for a file that was left as it is, with the reason. */
export function formatNotFixed({ file, rules, reason }: NotFixed): string {
  return `not fixed ${printable(file)} (${rules.join(', ')}): ${printable(reason)}\n`;
}

/** What `--dry-run` says at the end. */
export function formatPreview({ fixes }: FixPlan): string {
  if (fixes.length === 0) return 'There is nothing that --fix can put right; nothing was written.\n';
  const count = fixes.reduce((sum, fix) => sum + fix.count, 0);
  return `${count} ${count === 1 ? 'fix' : 'fixes'} in ${plural(fixes.length, 'file')} would be made; nothing was written.\n`;
}
