import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Action } from './actions.js';

type UserAction = Exclude<Action, { kind: 'install' | 'uninstall' }>;

/** Does to a repository what a user does. What he writes has a word in it that nobody else writes. */
export class User {
  readonly #root: string;
  #count = 0;

  constructor(root: string) {
    this.#root = root;
  }

  act(action: UserAction): void {
    const file = path.join(this.#root, action.path);
    const word = `word${this.#count++}of-the-user`;
    switch (action.kind) {
      case 'own':
        write(file, `${word}\n`);
        return;
      case 'delete':
        rmSync(file, { force: true });
        return;
      case 'edit':
        if (existsSync(file)) write(file, edit(readFileSync(file, 'utf8'), action, word));
        return;
      case 'shared':
        write(file, editShared(existsSync(file) ? readFileSync(file, 'utf8') : undefined, action, word));
        return;
    }
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function edit(text: string, { how, at }: Extract<Action, { kind: 'edit' }>, word: string): string {
  const all = text.split('\n');
  const index = at % all.length;
  switch (how) {
    case 'insert':
      return all.toSpliced(index, 0, word).join('\n');
    case 'replace':
      return all.toSpliced(index, 1, word).join('\n');
    case 'cut':
      return all.toSpliced(index, 1).join('\n');
    case 'rewrite':
      return `${word}\n`;
    case 'windows':
      return text.replaceAll(/\r?\n/g, '\r\n');
  }
}

const LAYOUTS = ['{}', '{\n\t"a": [1, 2], // one\n}\n', '\uFEFF{\r\n    "a": {}\r\n}\r\n'];

/** Edits that leave the file one that can be read; what is ours in it may be changed or taken out, too. */
function editShared(
  before: string | undefined,
  { how, layout }: Extract<Action, { kind: 'shared' }>,
  word: string,
): string {
  const text = before?.includes('{') ? before : (LAYOUTS[layout] ?? '{}');
  const first = text.indexOf('{') + 1;
  const insert = (member: string) => `${text.slice(0, first)} ${member},${text.slice(first)}`;
  const isEmpty = /^\s*\}/.test(text.slice(first));
  switch (how) {
    case 'key':
      return isEmpty ? `${text.slice(0, first)} "${word}": 1 ${text.slice(first)}` : insert(`"${word}": 1`);
    case 'comment':
      return `${text.slice(0, first)} /* ${word} */${text.slice(first)}`;
    case 'hook':
      return text.replace(/("SubagentStart": ?\[)(?=\s*\{)/, `$1 { "hooks": [{ "command": "${word}" }] },`);
    case 'server':
      return text.replace(/("mcpServers": ?\{)(?=\s*")/, `$1 "${word}": { "command": "x" },`);
    case 'change':
      return text.replace(/"timeout": ?\d+/, `"timeout": 77, "${word}": 1`).replace(/docs@\d/, `docs@${word}`);
    case 'take':
      return text.replace(/"command": ?"\\"\$CLAUDE[^"]*"[^"]*"/, `"command": "${word}"`);
  }
}
