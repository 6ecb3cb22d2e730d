import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDefinition } from '../definition/parse-definition.js';

/** The names of the agents that these folders hold, whatever their files are called. */
export function readAgentNames(folders: readonly string[]): Set<string> {
  const names = folders.flatMap((folder) =>
    listMarkdown(folder).flatMap((file) => {
      const parsed = parseDefinition(readFileSync(path.join(folder, file), 'utf8'));
      const name = parsed.kind === 'definition' ? parsed.definition.frontmatter.values.name : undefined;
      return typeof name === 'string' ? [name.trim()] : [];
    }),
  );
  return new Set(names);
}

function listMarkdown(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  } catch {
    return [];
  }
}
