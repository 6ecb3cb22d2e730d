import type { Answers } from './answers.js';

/**
 * The folder of the installed hook scripts in a command for the shell, quoted: a path may have a space. The client sets
 * CLAUDE_PROJECT_DIR for every hook, but no variable for the user's own folder, which CLAUDE_CONFIG_DIR may move.
 */
export function hookRoot(scope: Answers['scope']): string {
  switch (scope) {
    case 'project':
      return '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent';
    case 'user':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
      return '"${CLAUDE_CONFIG_DIR:-$HOME/.claude}"/hooks/agent';
  }
}
