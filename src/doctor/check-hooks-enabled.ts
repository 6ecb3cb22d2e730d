import { findHookObstacles, type HookSurroundings } from '../install/hook-obstacles.js';
import type { Finding } from './finding.js';
import type { Installation } from './installation.js';

/**
 * Whether the client runs the hooks here: trust, which it (2.1.330) asks for hooks of a repository and not for the user's
 * own, and the switches in settings.
 */
export function checkHooksEnabled(surroundings: HookSurroundings, scope: Installation['scope']): Finding[] {
  const { workspace, clientState } = surroundings;
  const untrusted = findHookObstacles({ ...surroundings, settings: [] });
  const inSettings = findHookObstacles(surroundings).filter((line) => !untrusted.includes(line));
  const findings = inSettings.map((line): Finding => ({ check: 'hooks-enabled', status: 'problem', ...split(line) }));
  if (untrusted.length > 0 && scope === 'project') {
    findings.unshift({
      check: 'hooks-enabled',
      // Where the client has never run, on a machine for CI for instance, nobody can have been asked.
      status: clientState === undefined ? 'warning' : 'problem',
      message: `${workspace} is not trusted, so the client does not run the agent's hooks.`,
      remedy: 'Open it in Claude Code and accept the trust question.',
    });
  }
  if (findings.length > 0) return findings;
  return [{ check: 'hooks-enabled', status: 'ok', message: `${MEANS[scope]}, and hooks are switched on.` }];
}

const MEANS: Record<Installation['scope'], string> = {
  project: 'The workspace is trusted',
  user: 'Your own hooks need no trust',
};

/** An obstacle is one line that ends with its remedy. */
function split(line: string): Pick<Finding, 'message' | 'remedy'> {
  const parts = /^(.+)[;:] ([^;:]+)$/.exec(line);
  if (!parts?.[1] || !parts[2]) return { message: line };
  return { message: `${parts[1]}.`, remedy: parts[2].replace(/^./, (first) => first.toUpperCase()) };
}
