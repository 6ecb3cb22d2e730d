/** A word of a shell command, its quotes taken off. */
export interface ShellWord {
  text: string;
  /** Variables in the word that the shell would split at white space, because no quotes surround them. */
  unquoted: string[];
}

const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/;

/** Splits a command into words as `/bin/sh` does, up to the first operator; variables stay as they are written. */
export function readShellWords(command: string): ShellWord[] {
  const words: ShellWord[] = [];
  let word: ShellWord | undefined;
  let quote = '';
  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at);
    if (quote === '' && /\s/.test(character)) {
      if (word) words.push(word);
      word = undefined;
      continue;
    }
    if (quote === '' && /[;&|<>()]/.test(character)) break;
    word ??= { text: '', unquoted: [] };
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === '\\' && quote !== "'") {
      at += 1;
      word.text += command.charAt(at);
    } else {
      const variable = quote === "'" ? null : VARIABLE.exec(command.slice(at, at + 80));
      if (variable && quote === '') word.unquoted.push(variable[0]);
      word.text += variable?.[0] ?? character;
      at += (variable?.[0].length ?? 1) - 1;
    }
  }
  return word ? [...words, word] : words;
}

const INTERPRETERS = /^(?:(?:ba|da|z|k)?sh|node|python3?|deno|bun|ruby|perl)$/;

/** The script that a command starts: its first word, or the second behind an interpreter. */
export function findScript(words: readonly ShellWord[]): { path: string; direct: boolean } | undefined {
  const [first, second] = words.filter(({ text }) => !/^[A-Za-z_]\w*=/.test(text));
  if (!first) return undefined;
  if (!INTERPRETERS.test(first.text)) return { path: first.text, direct: true };
  return second && !second.text.startsWith('-') ? { path: second.text, direct: false } : undefined;
}
