import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NO_PAGE, type OpenPage } from '../cache/notebook.js';
import { childPath } from '../child-path.js';
import type { DefinitionBody } from '../definition/model.js';
import { parseDefinitionBody, recallDefinitionBody } from '../definition/parse-body.js';

/** The agent's own name: a plugin's agents come as `plugin:agent`. */
export function agentName(agentType: string): string {
  return agentType.slice(agentType.lastIndexOf(':') + 1);
}

/**
 * Finds the installed agent file with this name and parses its body, as far as that is not known from an earlier run. The file
 * called like the agent is tried first; only when its `name` is another are the rest looked through.
 */
export function readInstalledDefinition(
  agentsFolder: string,
  name: string,
  openPage = NO_PAGE,
): DefinitionBody | undefined {
  const expected = `${name}.md`;
  if (path.basename(expected) === expected) {
    const own = readOwn(childPath(agentsFolder, expected), name, openPage);
    if (own) return own;
  }
  const files = readdirSync(agentsFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  files.sort((a, b) => Number(b === expected) - Number(a === expected) || (a < b ? -1 : 1));
  for (const file of files) {
    const text = readFileSync(childPath(agentsFolder, file), 'utf8');
    if (hasName(text, name)) return parseDefinitionBody(text);
  }
  return undefined;
}

function readOwn(file: string, name: string, openPage: OpenPage): DefinitionBody | undefined {
  const page = openPage(file);
  if (page.agent === name) return recallDefinitionBody(page, () => readFileSync(file, 'utf8'));
  const text = tryRead(file);
  const body = text !== undefined && hasName(text, name) ? parseDefinitionBody(text, page) : undefined;
  if (body) page.agent = name;
  return body;
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const KEY = '\nname:';

/** Whether the frontmatter's first lines say `name: <name>`, quoted or not. */
function hasName(text: string, name: string): boolean {
  const start = text.slice(0, 65_536);
  for (let at = start.indexOf(KEY); at !== -1; at = start.indexOf(KEY, at + 1)) {
    const newline = start.indexOf('\n', at + KEY.length);
    const value = start.slice(at + KEY.length, newline === -1 ? undefined : newline).trim();
    // An expression costs more than the rest of the search, and hardly any name needs one.
    if (value === name) return true;
    if (value !== '') return value.replace(/^(["'])(.*)\1$/, '$2').replace(/\s+#.{0,200}$/, '') === name;
  }
  return false;
}
