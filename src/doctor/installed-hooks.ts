import { isObject } from '../is-object.js';

/** A hook entry, from a frontmatter or from settings. */
export interface InstalledHook {
  event: string;
  command: string;
  /** In seconds, where one is given. */
  timeout: number | undefined;
  /** The installed script that the command runs, as a manifest names it; undefined where it runs something else. */
  script: string | undefined;
  /** Whether the client passes the command to its shell, and not to PowerShell or to no shell at all. */
  usesShell: boolean;
  /** The file that the entry stands in, as it is shown. */
  source: string;
}

/** The command hooks in a value of the key `hooks`; what the client would ignore is left out. Scripts go by file name. */
export function listHooks(table: unknown, source: string, scripts: ReadonlyMap<string, string>): InstalledHook[] {
  if (!isObject(table)) return [];
  return Object.entries(table).flatMap(([event, groups]) =>
    list(groups).flatMap((group) =>
      list(group.hooks).flatMap(({ type, command, timeout, args, shell }): InstalledHook[] => {
        if (type !== 'command' || typeof command !== 'string') return [];
        return [
          {
            event,
            command,
            timeout: typeof timeout === 'number' && timeout > 0 ? timeout : undefined,
            script: scripts.get(scriptOf(command) ?? ''),
            usesShell: args === undefined && shell !== 'powershell',
            source,
          },
        ];
      }),
    ),
  );
}

/** The file name of the script that a command starts in the folder of our hooks. */
export function scriptOf(command: string): string | undefined {
  return /[\\/]hooks[\\/]agent[\\/]([\w.-]+)/.exec(command)?.[1];
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
