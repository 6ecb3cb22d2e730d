import { type Details, field } from '../case.js';

/** Shell command that leaves the mark of a case; hooks run in the project. */
export const mark = (id: string) => `touch .marks/${id}`;

/** A script that leaves the mark of a case, wherever it lies. */
export const markingScript = (id: string, opening = '#!/bin/sh\n') =>
  `${opening}touch "$CLAUDE_PROJECT_DIR"/.marks/${id}\n`;

/** A definition with the given value of `hooks`, one line a string; `%` stands for the marking command. */
export function hooked(theme: string, name: string, lines: string[], details: Details = {}) {
  const yaml = ['hooks:', ...lines.map((line) => `  ${line}`)].join('\n').replaceAll('%', mark(`${theme}-${name}`));
  return field(theme, name, yaml, { kind: 'hook ran' }, details);
}

/** The lines of one group of an event with one entry, whose keys are given. */
export const entry = (event: string, ...keys: string[]) => [
  `${event}:`,
  '  - hooks:',
  ...keys.map((key, index) => `      ${index === 0 ? '- ' : '  '}${key}`),
];
