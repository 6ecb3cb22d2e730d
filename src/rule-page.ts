import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleId } from './validate/rules/catalogue.js';

/** A rule's page in Markdown, as it lies in the package. */
export function readPage(packageRoot: string, rule: RuleId): string {
  return readFileSync(path.join(packageRoot, 'docs/rules', `${rule}.md`), 'utf8');
}
