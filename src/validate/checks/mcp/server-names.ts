import path from 'node:path';
import { isObject } from '../../../is-object.js';
import { parseJsonDocument } from '../../../jsonc/document.js';
import type { CheckContext } from '../context.js';

/** The names of the MCP servers that an agent here may use: the project's, and the user's own where they are known. */
export function readServerNames({ access, layout, userState }: CheckContext): Set<string> {
  const read = (file: string): Record<string, unknown> => {
    try {
      const parsed = parseJsonDocument(new TextDecoder().decode(access.read(file)));
      return parsed.kind === 'parsed' && isObject(parsed.document.values) ? parsed.document.values : {};
    } catch {
      return {};
    }
  };
  const project = read(path.join(layout.project, '.mcp.json'));
  const state = userState === undefined ? {} : read(userState);
  const ofProject = isObject(state.projects) ? state.projects[layout.project] : undefined;
  return new Set([project, state, ofProject].flatMap(serversOf));
}

function serversOf(config: unknown): string[] {
  return isObject(config) && isObject(config.mcpServers) ? Object.keys(config.mcpServers) : [];
}
