import path from 'node:path';
import { MAX_LISTED_DESCRIPTION } from '../../../client/limits.js';
import { type Frontmatter, parseFrontmatter } from '../../../definition/frontmatter.js';
import { LineMap } from '../../../definition/location.js';
import { splitFrontmatter } from '../../../definition/split.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { checkLinks } from './links.js';

const START = { line: 1, column: 1 };

/** A SKILL.md's frontmatter, its agreement with the folder that it lies in, and the files that it points to. */
export function checkSkill(text: string, folder: string, context: CheckContext): Finding[] {
  const lines = new LineMap(text);
  const split = splitFrontmatter(text);
  const shadowed = checkShadow(folder, context);
  if (split.kind !== 'split') {
    const reason = split.kind === 'empty' ? 'the file is empty' : 'it has no frontmatter that is opened and closed';
    return [...shadowed, finding('skill-frontmatter', START, { reason })];
  }
  const links = checkLinks(split.body, lines, folder, context);
  const parsed = parseFrontmatter(split.frontmatter, lines);
  if (parsed.kind === 'invalid') {
    const reason = `its YAML does not parse: ${parsed.reason}`;
    return [...shadowed, finding('skill-frontmatter', parsed.location, { reason }), ...links];
  }
  return [...shadowed, ...checkFields(parsed.frontmatter, path.basename(folder)), ...links];
}

function checkFields({ values, locate }: Frontmatter, folder: string): Finding[] {
  const { name, description } = values;
  const isText = typeof description === 'string' && description.trim() !== '';
  const at = locate(['description']);
  const cut = { length: String(description).length, limit: MAX_LISTED_DESCRIPTION };
  return [
    ...(name === folder ? [] : [finding('skill-name', locate(['name']), { found: describe(name), folder })]),
    ...(isText ? [] : [finding('skill-description', at, { found: describe(description) })]),
    ...(isText && cut.length > cut.limit ? [finding('skill-description-long', at, cut)] : []),
  ];
}

/** The user's own skill takes the place of the project's with the same folder. */
function checkShadow(folder: string, { access, layout, userFolder }: CheckContext): Finding[] {
  if (layout.kind !== 'project' || userFolder === undefined) return [];
  const other = path.join(userFolder, 'skills', path.basename(folder), 'SKILL.md');
  return access.stat(other) ? [finding('skill-shadowed', START, { other })] : [];
}
