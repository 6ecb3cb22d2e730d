import type { Report } from '../validate/diagnostic.js';

/** The report as one JSON document. */
export function formatJson({ diagnostics, summary }: Report): string {
  return `${JSON.stringify({ diagnostics, summary }, null, 2)}\n`;
}
