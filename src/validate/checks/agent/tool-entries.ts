import { readToolReference, type ToolReference } from '../../../client/tools.js';
import type { Frontmatter } from '../../../definition/frontmatter.js';
import { type NameEntry, readNames } from '../../../definition/names.js';

/** An entry of `tools` or `disallowedTools`: as it is written, where, and what it refers to. */
export interface ToolEntry extends NameEntry {
  reference: ToolReference;
}

interface Read {
  tools?: readonly ToolEntry[];
  disallowedTools?: readonly ToolEntry[];
}

/** Most checks of an agent look at its tools. */
const read = new WeakMap<Frontmatter, Read>();

export function toolEntries(frontmatter: Frontmatter, field: keyof Read): readonly ToolEntry[] {
  const known = read.get(frontmatter) ?? {};
  read.set(frontmatter, known);
  known[field] ??= readNames(frontmatter.values[field], field).map(({ name, path, index }) => ({
    name,
    path,
    index,
    reference: readToolReference(name),
  }));
  return known[field];
}
