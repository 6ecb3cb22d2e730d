import type { Command, Option, Parameter } from './command.js';

export const DIR: Parameter = { form: '[dir]', description: 'the repository (default: the current folder)' };

export const FORMAT: Option = {
  flag: '--format',
  value: '<format>',
  description: 'how to print the result',
  choices: ['text', 'json'],
  default: 'text',
};

export const SCOPE: Option = {
  flag: '--scope',
  value: '<scope>',
  description: 'project, or user for your own ~/.claude',
};

/** What a command about an installation is called with. */
export const PLACED = {
  parameters: [DIR],
  options: [
    SCOPE,
    { flag: '--follow-links', description: 'go through symbolic links that lead out of the repository' },
    FORMAT,
  ],
} as const satisfies Partial<Command>;
