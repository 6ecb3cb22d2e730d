import { splitBom } from '../jsonc/tree.js';
import { SETTINGS_PATH } from './entries/entry.js';
import { findFault } from './entries/fault.js';

/** What decides whether the client runs the hooks, as it was read. */
export interface HookSurroundings {
  /** The folder that the client's trust is about: the root of the git repository, by its real path. */
  workspace: string;
  /** The client's own state, `~/.claude.json`; undefined where it cannot be read. */
  clientState: string | undefined;
  /** The settings files that hold in the repository, the one that overrides the others first. */
  settings: readonly { file: string; text: string | undefined }[];
}

/** One line for each thing that keeps the hooks from running. */
export function findHookObstacles({ workspace, clientState, settings }: HookSurroundings): string[] {
  const own = settings.find(({ file }) => file === SETTINGS_PATH)?.text;
  return [
    ...(isTrusted(workspace, clientState) ? [] : [TRUST]),
    ...filesThatDisable(settings).map(
      (file) => `The hooks are switched off: ${file} has "disableAllHooks": true; remove that.`,
    ),
    ...(own?.trim() && parse(own) === undefined && !findFault(own, []) ? [NOT_PLAIN] : []),
  ];
}

const TRUST =
  "Next: open the repository in Claude Code and accept its trust question; the agent's hooks run only in a trusted workspace.";
const NOT_PLAIN = `The client ignores all of ${SETTINGS_PATH}, our hooks in it too: remove its comments and trailing commas.`;

function isTrusted(workspace: string, clientState: string | undefined): boolean {
  const projects = field(parse(clientState), 'projects');
  // A path of Windows counts in either spelling.
  return [workspace, workspace.replaceAll('\\', '/')].some(
    (folder) => field(field(projects, folder), 'hasTrustDialogAccepted') === true,
  );
}

/** The files to change so that hooks are on: a `false` overrides what the files after it say. */
function filesThatDisable(settings: HookSurroundings['settings']): string[] {
  const said = settings.map(({ file, text }) => ({ file, value: field(parse(text), 'disableAllHooks') }));
  const end = said.findIndex(({ value }) => value === false);
  return said.slice(0, end === -1 ? said.length : end).flatMap(({ file, value }) => (value === true ? file : []));
}

/** Strict JSON, as the client reads it. */
function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(splitBom(text ?? '').body);
  } catch {
    return undefined;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
