import path from 'node:path';
import { isObject } from '../is-object.js';
import type { FileAccess } from './file-access.js';
import { isPlugin } from './layout.js';
import type { Target } from './target.js';

/**
 * The agent files that a plugin's manifest lists, absolute; where it lists some, the client (2.1.330) does not read the folder
 * `agents`. Undefined where it lists none, and where the manifest cannot be read.
 */
export function listedAgents(root: string, access: FileAccess): string[] | undefined {
  const manifest = path.join(root, '.claude-plugin/plugin.json');
  if (access.stat(manifest)?.kind !== 'file') return undefined;
  try {
    const data: unknown = JSON.parse(Buffer.from(access.read(manifest)).toString('utf8'));
    const agents = isObject(data) ? data.agents : undefined;
    if (agents === undefined) return undefined;
    const files = (Array.isArray(agents) ? agents : [agents]).filter((file) => typeof file === 'string');
    return files.map((file) => path.join(root, file)).filter((file) => access.stat(file)?.kind === 'file');
  } catch {
    return undefined;
  }
}

/** The root of the plugin whose manifest lists an agent file. */
export function pluginThatLists(file: string, access: FileAccess): string | undefined {
  for (let folder = path.dirname(file); path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    if (isPlugin(folder, access)) return listedAgents(folder, access)?.includes(file) ? folder : undefined;
  }
  return undefined;
}

/** Where a plugin's manifest lists its agents, the files of the folder `agents` are for others, as those of a package are. */
export function ofListedAgents(target: Target, access: FileAccess): Target {
  const { kind, file, layout } = target;
  if (kind !== 'agent' || layout.kind !== 'plugin') return target;
  const listed = listedAgents(layout.root, access);
  return listed === undefined || listed.includes(file) ? target : { ...target, layout: { ...layout, kind: 'package' } };
}
