import { plural } from '../plural.js';
import type { Report } from '../validate/diagnostic.js';

/** The last line of a report, and all of one that has nothing to say. */
export function formatSummary({ files, errors, warnings, infos }: Report['summary']): string {
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), ...(infos > 0 ? [plural(infos, 'note')] : [])];
  return `${plural(files, 'file')} checked: ${counts.join(', ')}\n`;
}
