/** A variable of the client in a command. */
export interface FolderVariable {
  /** As it is written, with what its braces hold. */
  text: string;
  start: number;
  /** Whether quotes surround it, or a backslash takes its meaning away. */
  quoted: boolean;
}

const PLACEHOLDER = /^\$\{?CLAUDE_(?:PROJECT_DIR|PLUGIN_ROOT)\b/;

/** Longest variable in braces that is looked at. */
const MAX_LENGTH = 200;

/** `$NAME`, or `${NAME…}` as far as its brace; of braces that hold quotes or another variable only what is before them. */
const VARIABLE = /^\$(?:\{\w+(?:[^"'`\\${}\w][^"'`\\${}]*)?\}|\{?\w+)/;

/** The folders that the shell would split at white space, each as it is written. */
export function findUnquoted(command: string): string[] {
  // In a here-document nothing is split.
  if (command.includes('<<')) return [];
  const isAssigned = (start: number) => /(?:^|[\s;&|(])\w+=$/.test(command.slice(Math.max(0, start - 80), start));
  return findFolderVariables(command)
    .filter(({ quoted, start }) => !quoted && !isAssigned(start))
    .map(({ text }) => text);
}

/** Every place of a command that names a folder of the client. */
export function findFolderVariables(command: string): FolderVariable[] {
  const found: FolderVariable[] = [];
  let quote = '';
  let escaped = -1;
  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at);
    if (character === '$' && PLACEHOLDER.test(command.slice(at, at + 30))) {
      const text = VARIABLE.exec(command.slice(at, at + MAX_LENGTH))?.[0] ?? '$';
      found.push({ text, start: at, quoted: quote !== '' || escaped === at });
    }
    if (escaped === at) continue;
    if (character === '\\' && quote !== "'") escaped = at + 1;
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return found;
}

/** Whether double quotes around each of the client's folders change nothing but that the shell no longer splits them. */
export function canQuote(command: string): boolean {
  // What stands in a here-document is no word of the shell: quotes in there would be text.
  if (command.includes('<<')) return false;
  return findFolderVariables(command).every(({ text }) => text.startsWith('${') === text.endsWith('}'));
}

/** The command with double quotes around each of the client's folders that has none. */
export function quoteVariables(command: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { text, start, quoted } of findFolderVariables(command)) {
    if (quoted) continue;
    parts.push(command.slice(from, start), `"${text}"`);
    from = start + text.length;
  }
  return parts.join('') + command.slice(from);
}
