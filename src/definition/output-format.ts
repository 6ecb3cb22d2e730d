import { readLabel } from './inline-list.js';
import type { Section } from './markdown.js';
import type { Enforcement, OutputFormat } from './model.js';
import { deriveShape } from './report-contract.js';

/** The first JSON block under Output Format is the report contract. */
export function readOutputFormat(section: Section | undefined): OutputFormat {
  const block = section?.code.find(({ language }) => language === 'json');
  if (!block) return { kind: 'absent' };
  try {
    const example: unknown = JSON.parse(block.text);
    if (typeof example !== 'object' || example === null || Array.isArray(example)) {
      return { kind: 'invalid', reason: 'the report has to be a JSON object', block };
    }
    return { kind: 'contract', contract: { shape: deriveShape(example), example: block.text }, block };
  } catch (error) {
    return { kind: 'invalid', reason: error instanceof Error ? error.message : String(error), block };
  }
}

/** A line `Enforcement: advisory` under Output Format. */
export function readEnforcement(section: Section | undefined): Enforcement {
  const labels = section?.lines.map(readLabel) ?? [];
  const value = labels
    .find((line) => line?.label === 'enforcement')
    ?.text.trim()
    .toLowerCase();
  return value === 'advisory' ? 'advisory' : 'required';
}
