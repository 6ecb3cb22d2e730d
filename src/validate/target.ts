import type { Layout } from './layout.js';

/** One thing to validate: what it is decides which checks it gets. */
export interface Target {
  kind:
    | 'agent'
    | 'misnamed-agent'
    | 'skill'
    | 'misplaced-skill'
    | 'settings'
    | 'mcp'
    | 'plugin'
    | 'plugin-hooks'
    | 'marketplace';
  /** Absolute path of the file; of a skill, its SKILL.md, which may be missing. */
  file: string;
  layout: Layout;
}

/** Files that are looked at only because their name or place may be a mistake. */
export function isSuspect({ kind }: Target): boolean {
  return kind === 'misnamed-agent' || kind === 'misplaced-skill';
}
