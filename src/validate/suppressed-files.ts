import { Lines } from './excerpt.js';
import type { Finding, Source } from './finding.js';
import type { RuleId } from './rules/catalogue.js';
import { checkSuppressions, readSuppressions, type Suppressions } from './suppressions.js';
import type { Target } from './target.js';

interface SuppressedFile {
  suppressions: Suppressions;
  used: Set<RuleId>;
  source: Source;
  target: Target;
}

/** The files whose comments turn rules off, and which of those were broken: a script may be checked for many hooks. */
export class SuppressedFiles {
  readonly #files = new Map<string, SuppressedFile | undefined>();

  read(source: Source, target: Target): void {
    if (this.#files.has(source.file)) return;
    const suppressions = readSuppressions(source.text);
    this.#files.set(source.file, suppressions && { suppressions, used: new Set(), source, target });
  }

  /** Whether a comment of the file turns the rule off; that it did is remembered. */
  covers(file: string, rule: RuleId): boolean {
    const found = this.#files.get(file);
    if (!found?.suppressions.rules.has(rule)) return false;
    found.used.add(rule);
    return true;
  }

  /** What is wrong with the comments themselves, once everything was checked. */
  check(): { found: Finding; target: Target; lines: Lines }[] {
    return [...this.#files.values()].flatMap((file) => {
      if (!file) return [];
      const { suppressions, used, source, target } = file;
      const isOwn = source.file === target.file;
      const lines = new Lines(source.text);
      return checkSuppressions(suppressions, used).map((found) => ({
        found: isOwn ? found : { ...found, source },
        target,
        lines,
      }));
    });
  }
}
