import { LineCounter, parseAllDocuments } from 'yaml';

/**
 * Parses a YAML block of one or several documents.
 * @param {import('../find/blocks.mjs').Block} block
 * @returns {{ message: string, line: number }[]}
 */
export function checkYaml({ code, line }) {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(code.join('\n'), { lineCounter, prettyErrors: false });
  return [...documents]
    .flatMap(({ errors }) => errors)
    .map(({ message, pos }) => ({ message, line: line + lineCounter.linePos(pos[0]).line }));
}
