import path from 'node:path';
import { parseFrontmatter } from '../../definition/frontmatter.js';
import { LineMap } from '../../definition/location.js';
import { splitFrontmatter } from '../../definition/split.js';
import { type Finding, finding } from '../finding.js';
import { describe } from './describe.js';
import { splitFinding } from './split.js';

/** A SKILL.md's frontmatter and its agreement with the folder that it lies in. */
export function checkSkill(text: string, folder: string): Finding[] {
  const split = splitFrontmatter(text);
  if (split.kind !== 'split') return [splitFinding(split)];
  const lines = new LineMap(text);
  const parsed = parseFrontmatter(split.frontmatter, lines);
  if (parsed.kind === 'invalid') return [finding('frontmatter-yaml', parsed.location, { reason: parsed.reason })];
  const { values, locate } = parsed.frontmatter;
  const name = path.basename(folder);
  return [
    ...(values.name === name
      ? []
      : [finding('skill-name', locate(['name']), { found: describe(values.name), folder: name })]),
    ...(typeof values.description === 'string' && values.description.trim() !== ''
      ? []
      : [finding('skill-description', locate(['description']), { found: describe(values.description) })]),
  ];
}
