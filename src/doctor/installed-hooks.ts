import { hookNameOf } from '../answers/hook-command.js';
import { isObject } from '../is-object.js';

/** A hook entry, from a frontmatter or from settings. */
export interface InstalledHook {
  event: string;
  /** Without these the client passes the command to a shell. */
  args: string[] | undefined;
  command: string;
  /** Of the hook of ours that it starts, such as output-validator; undefined where it is another one. */
  name: string | undefined;
  /** In seconds, where one is given. */
  timeout: number | undefined;
  /** The installed script that the command runs, as a manifest names it; undefined where it runs something else. */
  script: string | undefined;
  /** Whether the client passes the command to PowerShell. */
  usesPowerShell: boolean;
  /** The file that the entry stands in, as it is shown. */
  source: string;
}

/**
 * The command hooks in a value of the key `hooks`; what the client would ignore is left out.
 * @param scripts the installed ones, by file name
 */
export function listHooks(table: unknown, source: string, scripts: ReadonlyMap<string, string>): InstalledHook[] {
  if (!isObject(table)) return [];
  return Object.entries(table).flatMap(([event, groups]) =>
    objects(groups).flatMap((group) =>
      objects(group.hooks).flatMap(({ type, command, timeout, args, shell }): InstalledHook[] => {
        if (type !== 'command' || typeof command !== 'string') return [];
        return [
          {
            event,
            command,
            args: Array.isArray(args) ? args.map(String) : undefined,
            name: hookNameOf(command, args),
            timeout: typeof timeout === 'number' && timeout > 0 ? timeout : undefined,
            script: [command, ...texts(args)].flatMap((text) => scripts.get(scriptOf(text) ?? '') ?? [])[0],
            usesPowerShell: args === undefined && shell === 'powershell',
            source,
          },
        ];
      }),
    ),
  );
}

/** The file name of what a command, or an argument, names in the folder of our hooks. */
export function scriptOf(command: string): string | undefined {
  return /\bhooks[\\/]agent[\\/]([\w.-]+)/.exec(command)?.[1];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
