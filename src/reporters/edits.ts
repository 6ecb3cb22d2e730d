import type { Edit, Edits } from '../install/edits.js';
import { printable } from './printable.js';
import { formatFileDiff } from './unified-diff.js';

/** A diff that `git apply` takes; what is no change of a text stands before it. */
export function formatEdits({ edits, others }: Edits): Buffer {
  const lines = others.map(({ path, reason }) => `# ${printable(path)}: ${printable(reason)}\n`).join('');
  return Buffer.concat([Buffer.from(lines), Buffer.from(edits.map(formatEdit).join(''), 'latin1')]);
}

export function formatEditsJson({ edits, others }: Edits): string {
  const shown = edits.map((edit) => ({
    file: edit.path,
    diff: Buffer.from(formatEdit(edit), 'latin1').toString('utf8'),
  }));
  return `${JSON.stringify({ edits: shown, others }, null, 2)}\n`;
}

function formatEdit({ path, before, after }: Edit): string {
  return formatFileDiff({ file: path, before, after });
}
