import type { Checked, Clean } from './file-check.js';
import type { Source } from './finding.js';
import { mayHaveSuppressions } from './suppression-mark.js';

/** Whether a check has found nothing, and nothing that other files could bring out: what a comment turns off may be unused. */
export function judgeClean({ findings, text, name }: Checked, sources: readonly Source[]): Clean | undefined {
  if (findings.length > 0 || [{ text }, ...sources].some((source) => mayHaveSuppressions(source.text)))
    return undefined;
  return name === undefined ? {} : { name };
}
