import type { Split } from '../../definition/split.js';
import { type Finding, finding } from '../finding.js';

const START = { line: 1, column: 1 };

/** Why a file has no usable frontmatter. */
export function splitFinding(split: Exclude<Split, { kind: 'split' }>): Finding {
  switch (split.kind) {
    case 'empty':
      return finding('file-empty', START, {});
    case 'no-frontmatter':
      return finding('frontmatter-missing', START, {});
    case 'unclosed':
      return finding('frontmatter-unclosed', START, {});
    case 'language':
      return finding('frontmatter-language', START, { language: split.language });
  }
}
