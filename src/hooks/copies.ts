import { readFileSync } from 'node:fs';
import path from 'node:path';
import { childPath } from '../child-path.js';
import type { HookInput } from './project.js';

/** The name of the plugin that this hook was started by; undefined where it was installed into a `.claude` folder. */
export function pluginName({ env, agentsFolder }: Pick<HookInput, 'env' | 'agentsFolder'>): string | undefined {
  if (!env.CLAUDE_PLUGIN_ROOT) return undefined;
  try {
    const manifest = path.join(agentsFolder, '../.claude-plugin/plugin.json');
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a copy that is nearer to the project has the same hook of the session registered: the project's own goes before the
 * user's, and both before a plugin's. Each copy is started, and one of them does the work.
 */
export function isLeftToNearerCopy(input: HookInput, hook: string): boolean {
  const { projectDir, agentsFolder, env } = input;
  const own = path.resolve(agentsFolder, '..');
  const project = projectDir ? path.resolve(projectDir, '.claude') : undefined;
  const home = env.HOME ?? env.USERPROFILE;
  const user = env.CLAUDE_CONFIG_DIR ?? (home ? path.join(home, '.claude') : undefined);
  const nearer = pluginName(input) === undefined ? [project] : [project, user];
  return nearer.some((folder) => folder !== undefined && folder !== own && registers(folder, hook));
}

function registers(claudeFolder: string, hook: string): boolean {
  return ['settings.json', 'settings.local.json'].some((name) => {
    try {
      const text = readFileSync(childPath(claudeFolder, name), 'utf8');
      return (
        text.includes(`/hooks/agent/${hook}.sh`) || (text.includes('agent-hooks.cjs') && text.includes(`"${hook}"`))
      );
    } catch {
      return false;
    }
  });
}
