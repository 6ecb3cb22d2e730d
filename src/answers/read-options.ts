import { UsageError } from '../errors.js';
import { type Answers, type BackendFolder, DEFAULT_ANSWERS } from './answers.js';
import { readBackendFolder } from './backend-folder.js';
import type { FoundBackend } from './find-backend.js';
import { readChoice } from './name-choice.js';

/** The options of `install` that are answers, as they were written; what was not written is not there. */
export interface AnswerOptions {
  backendRoot?: string;
  skills?: string;
  router?: boolean;
  mcp?: boolean | string;
  scope?: string;
  hookStarter?: string;
}

/** What this version of the package ships. */
export interface KnownNames {
  skills: readonly string[];
  /** Those of the skills that the agent preloads. */
  preloaded: readonly string[];
  servers: readonly string[];
}

/**
 * Options win over what is recorded, that over what was found, that over the defaults.
 * @param hookStarter what this machine can start hooks by
 * @throws {UsageError} naming what is allowed
 */
export function resolveAnswers(
  options: AnswerOptions,
  recorded: Answers | undefined,
  found: FoundBackend | undefined,
  known: KnownNames,
  hookStarter: Answers['hookStarter'] = DEFAULT_ANSWERS.hookStarter,
): Answers {
  const scope = readScope(options.scope) ?? recorded?.scope ?? DEFAULT_ANSWERS.scope;
  // The user's own copy serves every project: one of them is no measure for it.
  const seen = scope === 'user' ? undefined : found;
  return {
    scope,
    backend: resolveBackend(options.backendRoot, recorded?.backend, seen),
    skills:
      options.skills === undefined ? keepKnown(recorded?.skills, known.skills) : readSkills(options.skills, known),
    router: options.router ?? recorded?.router ?? DEFAULT_ANSWERS.router,
    mcp: options.mcp === undefined ? keepKnown(recorded?.mcp, known.servers) : readServers(options.mcp, known),
    hookStarter: readHookStarter(options.hookStarter) ?? recorded?.hookStarter ?? hookStarter,
  };
}

/** @throws {UsageError} when the text names no folder of a repository */
export function resolveBackend(
  text: string | undefined,
  recorded: BackendFolder | undefined,
  found: FoundBackend | undefined,
): BackendFolder {
  const candidates: BackendFolder[] = found ? [found, ...(found.alternatives ?? [])] : [];
  if (text === undefined) {
    const { root, app } = recorded ?? candidates[0] ?? DEFAULT_ANSWERS.backend;
    return { root, app };
  }
  const { root, app } = readBackendFolder(text);
  if (app !== undefined) return { root, app };
  const same = [...(recorded ? [recorded] : []), ...candidates].find((candidate) => candidate.root === root);
  const inside = candidates.map((candidate) => packageBelow(root, candidate)).find((folder) => folder !== undefined);
  return { root, app: same?.app ?? inside ?? DEFAULT_ANSWERS.backend.app };
}

/** The package of a candidate seen from another root; undefined when it does not lie there. */
function packageBelow(root: string, candidate: BackendFolder): string | undefined {
  const folder = [candidate.root, candidate.app].filter((part) => part !== '' && part !== '.').join('/');
  if (folder === root) return '';
  if (root === '.') return folder;
  return folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : undefined;
}

/** @throws {UsageError} */
export function readSkills(text: string, { skills, preloaded }: KnownNames): Answers['skills'] {
  return readChoice(text, { what: 'skills', option: '--skills', known: skills, groups: { preloaded } });
}

/** @throws {UsageError} */
export function readServers(value: boolean | string, { servers }: KnownNames): Answers['mcp'] {
  if (typeof value === 'boolean') return value ? 'all' : [];
  return readChoice(value, { what: 'MCP servers', option: '--mcp', known: servers });
}

/** What is recorded may name what this version no longer ships. */
function keepKnown(recorded: 'all' | string[] | undefined, known: readonly string[]): 'all' | string[] {
  if (recorded === undefined || recorded === 'all') return 'all';
  return recorded.filter((name) => known.includes(name)).sort();
}

function readScope(scope: string | undefined): Answers['scope'] | undefined {
  if (scope === undefined || scope === 'project' || scope === 'user') return scope;
  throw new UsageError(
    `There is no scope "${scope}".`,
    "Allowed for --scope: project (the repository's .claude), user (your own ~/.claude, for every project).",
  );
}

function readHookStarter(text: string | undefined): Answers['hookStarter'] | undefined {
  if (text === undefined || text === 'sh' || text === 'node') return text;
  throw new UsageError(
    `"${text}" starts no hook.`,
    'Allowed for --hook-starter: sh (a shell, on Windows the bash of Git), node (Node.js, with no shell in between).',
  );
}
