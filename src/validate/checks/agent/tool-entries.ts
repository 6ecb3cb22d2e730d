import { readToolReference, type ToolReference } from '../../../client/tools.js';
import type { Frontmatter } from '../../../definition/frontmatter.js';
import { type NameEntry, readNames } from '../../../definition/names.js';

/** An entry of `tools` or `disallowedTools`: as it is written, where, and what it refers to. */
export interface ToolEntry extends NameEntry {
  reference: ToolReference;
}

/** What the frontmatter of an agent says about its tools, which most of its checks look at. */
export interface ToolLists {
  tools: readonly ToolEntry[];
  disallowedTools: readonly ToolEntry[];
  /** Whether there is `tools` at all: without it an agent has whatever is not disallowed. */
  isLimited: boolean;
}

export function readToolLists({ values }: Frontmatter): ToolLists {
  return {
    tools: readEntries(values.tools, 'tools'),
    disallowedTools: readEntries(values.disallowedTools, 'disallowedTools'),
    isLimited: values.tools !== undefined,
  };
}

function readEntries(value: unknown, field: string): ToolEntry[] {
  return readNames(value, field).map(({ name, path, index }) => ({
    name,
    path,
    index,
    reference: readToolReference(name),
  }));
}
