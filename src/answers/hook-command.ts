import type { Answers } from './answers.js';

/** How the client starts a hook of ours: what stands in its entry. */
export interface HookCommand {
  command: string;
  /** With these the client starts the command itself, with no shell in between. */
  args?: string[];
}

const BUNDLE = 'hooks/agent/agent-hooks.cjs';

/** @param name such as `output-validator`, without an ending */
export function hookCommand(name: string, { scope, hookStarter }: Pick<Answers, 'scope' | 'hookStarter'>): HookCommand {
  switch (hookStarter) {
    case 'sh':
      return { command: `${shellRoot(scope)}/${name}.sh` };
    case 'node':
      return { command: 'node', args: nodeArguments(scope, name) };
  }
}

/**
 * The folder of the installed hook scripts in a command for the shell, quoted: a path may have a space. The client sets
 * CLAUDE_PROJECT_DIR for every hook, but no variable for the user's own folder, which CLAUDE_CONFIG_DIR may move.
 */
function shellRoot(scope: Answers['scope']): string {
  switch (scope) {
    case 'project':
      return '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent';
    case 'user':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
      return '"${CLAUDE_CONFIG_DIR:-$HOME/.claude}"/hooks/agent';
  }
}

/** Without a shell the client fills in `${CLAUDE_PROJECT_DIR}`; the user's own folder has to be found by Node.js (2.1.330). */
function nodeArguments(scope: Answers['scope'], name: string): string[] {
  switch (scope) {
    case 'project':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the client puts the variable in.
      return ['${CLAUDE_PROJECT_DIR}/.claude/hooks/agent/agent-hooks.cjs', name];
    case 'user':
      return ['-e', LOAD_USERS, 'hook', name];
  }
}

const LOAD_USERS = `require(require('path').join(process.env.CLAUDE_CONFIG_DIR||require('os').homedir()+'/.claude','${BUNDLE}'))`;

/**
 * The name of the hook of ours that an entry starts, in either form and wherever its folder is; undefined for any other.
 */
export function hookNameOf(command: unknown, args: unknown): string | undefined {
  if (Array.isArray(args)) {
    const isBundle = args.some((arg) => typeof arg === 'string' && arg.replaceAll('\\', '/').includes(BUNDLE));
    const last: unknown = args.at(-1);
    return isBundle && typeof last === 'string' ? last : undefined;
  }
  return typeof command === 'string' ? /[\\/]hooks[\\/]agent[\\/]([\w-]+)\.sh/.exec(command)?.[1] : undefined;
}
