import path from 'node:path';
import { isObject } from '../../../is-object.js';
import { parseJsonDocument } from '../../../jsonc/document.js';
import { readInside } from '../../read-inside.js';
import type { CheckContext } from '../context.js';

/** The names of the MCP servers that an agent here may use: the project's, and the user's own where they are known. */
export function readServerNames({ access, layout, userState }: CheckContext): Set<string> {
  const parse = (text: string | undefined): Record<string, unknown> => {
    const parsed = text === undefined ? undefined : parseJsonDocument(text);
    return parsed?.kind === 'parsed' && isObject(parsed.document.values) ? parsed.document.values : {};
  };
  const project = parse(readInside(path.join(layout.project, '.mcp.json'), layout, access));
  // The client's own state lies in no repository.
  const home = userState === undefined ? layout : { ...layout, tree: path.parse(userState).root };
  const state = userState === undefined ? {} : parse(readInside(userState, home, access));
  const ofProject = isObject(state.projects) ? state.projects[layout.project] : undefined;
  return new Set([project, state, ofProject].flatMap(serversOf));
}

function serversOf(config: unknown): string[] {
  return isObject(config) && isObject(config.mcpServers) ? Object.keys(config.mcpServers) : [];
}
