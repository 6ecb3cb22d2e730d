import { isSpace } from '../../../characters.js';

/** A word of a shell command, its quotes taken off. */
export interface ShellWord {
  text: string;
  /** Variables in the word that the shell would split at white space, because no quotes surround them. */
  unquoted: string[];
  /** Something in the word that the shell takes otherwise than it reads: a variable in single quotes, a lost backslash. */
  literal?: string;
}

const OPERATORS = ';&|<>()';
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
    if (quote === '' && isSpace(character)) {
      if (word) words.push(word);
      word = undefined;
      continue;
    }
    if (quote === '' && OPERATORS.includes(character)) {
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
      const name = character === '$' ? VARIABLE.exec(command.slice(at, at + 80)) : null;
      if (quote === "'" && name?.[0].includes('CLAUDE_')) word.literal = `${name[0]} stands in single quotes`;
      const variable = quote === "'" ? null : name;
      if (variable && quote === '') word.unquoted.push(variable[0]);
      word.text += variable?.[0] ?? character;
      at += (variable?.[0].length ?? 1) - 1;
    }
  }
  return { words: word ? [...words, word] : words, mayFail };
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
  const start = words.findIndex(({ text }) => !/^(?:[A-Za-z_]\w*=.*|(?:\/usr\/bin\/)?env|-[iS])$/s.test(text));
  const [first, ...rest] = start === -1 ? [] : words.slice(start);
  if (!first) return undefined;
  const program = /^(?:\/usr)?\/bin\/([^/]+)$/.exec(first.text)?.[1] ?? first.text;
  if (!INTERPRETERS.test(program)) return { path: first.text, direct: true, shell: false };
  const isShell = SHELL.test(program);
  const script = rest.find(({ text }) => !text.startsWith('-'));
  // Behind `sh -c`, `node -e` or `python -m` there is code or a module, no script.
  const inline = isShell ? /^-\w*c$/ : /^-\w*[cemp]$/;
  const options = rest.slice(0, script ? rest.indexOf(script) : rest.length);
  if (!script || options.some(({ text }) => inline.test(text))) return undefined;
  return { path: script.text, direct: false, shell: isShell };
}
