/** A word of a shell command, its quotes taken off. */
export interface ShellWord {
  text: string;
  /** Variables in the word that the shell would split at white space, because no quotes surround them. */
  unquoted: string[];
  /** Something in the word that the shell takes otherwise than it reads: a variable in single quotes, a lost backslash. */
  literal?: string;
}

const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/;

/** A command as far as its first operator, and whether what it starts may fail (`a || b`). */
export interface ShellCommand {
  words: ShellWord[];
  mayFail: boolean;
}

/** Splits a command into words as `/bin/sh` does, up to the first operator; variables stay as they are written. */
export function readShellCommand(command: string): ShellCommand {
  const words: ShellWord[] = [];
  let word: ShellWord | undefined;
  let quote = '';
  let mayFail = false;
  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at);
    if (quote === '' && /\s/.test(character)) {
      if (word) words.push(word);
      word = undefined;
      continue;
    }
    if (quote === '' && /[;&|<>()]/.test(character)) {
      mayFail = command.startsWith('||', at) || /\|\||;/.test(command.slice(at));
      break;
    }
    word ??= { text: '', unquoted: [] };
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === '\\' && quote !== "'") {
      at += 1;
      if (quote === '' && /[\w.]/.test(command.charAt(at))) word.literal = 'a backslash is no separator of folders';
      word.text += command.charAt(at);
    } else {
      const name = VARIABLE.exec(command.slice(at, at + 80));
      if (quote === "'" && name?.[0].includes('CLAUDE_')) word.literal = `${name[0]} stands in single quotes`;
      const variable = quote === "'" ? null : name;
      if (variable && quote === '') word.unquoted.push(variable[0]);
      word.text += variable?.[0] ?? character;
      at += (variable?.[0].length ?? 1) - 1;
    }
  }
  return { words: word ? [...words, word] : words, mayFail };
}

const PLACEHOLDER = /^\$\{?CLAUDE_(?:PROJECT_DIR|PLUGIN_ROOT)\b/;

/** The folders of the client that stand anywhere in a command without quotes around them, each as it is written. */
export function findUnquoted(command: string): string[] {
  return findFolders(command).map(({ variable }) => variable);
}

/** The command with double quotes around each of the client's folders that has none. */
export function quoteFolders(command: string): string {
  return findFolders(command).reduceRight(
    (text, { at, variable }) => `${text.slice(0, at)}"${variable}"${text.slice(at + variable.length)}`,
    command,
  );
}

function findFolders(command: string): { at: number; variable: string }[] {
  const found: { at: number; variable: string }[] = [];
  let quote = '';
  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at);
    if (character === '\\' && quote !== "'") at += 1;
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (quote === '' && character === '$' && PLACEHOLDER.test(command.slice(at, at + 30))) {
      const variable = VARIABLE.exec(command.slice(at, at + 80))?.[0];
      if (variable) found.push({ at, variable });
    }
  }
  return found;
}

const SHELL = /^(?:ba|da|z|k)?sh$/;
const INTERPRETERS = /^(?:(?:ba|da|z|k)?sh|node|python3?|deno|bun|ruby|perl)$/;

export interface StartedScript {
  path: string;
  /** Started by itself, so that its run bit and its first line count. */
  direct: boolean;
  /** Read by a shell, whatever its first line says. */
  shell: boolean;
}

/** The script that a command starts: its first word, or behind an interpreter and its options the next one. */
export function findScript(words: readonly ShellWord[]): StartedScript | undefined {
  const [first, ...rest] = words.filter(({ text }) => !/^[A-Za-z_]\w*=/.test(text));
  if (!first) return undefined;
  const program = /^(?:\/usr)?\/bin\/([^/]+)$/.exec(first.text)?.[1] ?? first.text;
  if (program === 'env') return findScript(rest.filter(({ text }) => !text.startsWith('-')));
  if (!INTERPRETERS.test(program)) return { path: first.text, direct: true, shell: false };
  const isShell = SHELL.test(program);
  const script = rest.find(({ text }) => !text.startsWith('-'));
  // Behind `sh -c`, `node -e` or `python -m` there is code or a module, no script.
  const inline = isShell ? /^-\w*c$/ : /^-\w*[cemp]$/;
  const options = rest.slice(0, script ? rest.indexOf(script) : rest.length);
  if (!script || options.some(({ text }) => inline.test(text))) return undefined;
  return { path: script.text, direct: false, shell: isShell };
}
