import type { JsonDocument, ParsedJson } from '../../jsonc/document.js';
import { type Finding, finding } from '../finding.js';

const START = { line: 1, column: 1 };

/** A document that the client reads as strict JSON, and what it refuses in it. */
export function readStrict(
  parsed: ParsedJson,
  rule: 'settings-json' | 'mcp-json' | 'plugin-json',
): { document?: JsonDocument; findings: Finding[] } {
  switch (parsed.kind) {
    case 'blank':
      return { findings: rule === 'plugin-json' ? [finding(rule, START, { reason: 'it is empty' })] : [] };
    case 'invalid':
      return { findings: [finding(rule, parsed.location, { reason: parsed.reason })] };
    case 'parsed': {
      const { document } = parsed;
      const lax = document.lax ? [finding(rule, document.lax.location, { reason: document.lax.reason })] : [];
      const twice = document.duplicates.map(({ key, location }) => finding('json-duplicate-key', location, { key }));
      return { document, findings: [...lax, ...twice] };
    }
  }
}
