import type { HandoffOptions } from '../commands/handoffs.js';
import type { ReportOptions } from '../commands/report.js';
import type { RouteOptions } from '../commands/route.js';
import type { Command, CommandGroup, Option } from './command.js';
import { DIR, FORMAT, SCOPE } from './common-options.js';

export function describeRoute(): Command {
  return {
    name: 'route',
    description: 'say whether the prompt router would point out the agent for a prompt; exit 1 when it would not',
    parameters: [{ form: '<prompt>', description: 'the prompt, or - to read it from standard input' }],
    options: [
      { flag: '--explain', description: 'print what counted for it and against it' },
      SCOPE,
      { flag: '--dir', value: '<dir>', description: DIR.description },
      FORMAT,
    ],
    async run(environment, [prompt = ''], options: RouteOptions) {
      const { route } = await import('../commands/route.js');
      return route(environment, prompt, options);
    },
  };
}

export function describeReport(): Command {
  return {
    name: 'report',
    description: 'say what the agent did here, or write a page about it; exit 1 when a file could not be read',
    parameters: [DIR],
    options: [
      {
        flag: '--html',
        value: '[file]',
        description: 'write one HTML file (default: .claude/context/report.html) and print its path',
      },
      { flag: '--force', description: 'with --html: replace a file that is no such page' },
      FORMAT,
    ],
    async run(environment, [dir], options: ReportOptions) {
      const { report } = await import('../commands/report.js');
      return report(environment, dir, options);
    },
  };
}

export function describeHandoffs(): CommandGroup {
  const dir: Option = { flag: '--dir', value: '<dir>', description: 'the repository', default: '.' };
  return {
    name: 'handoffs',
    description: 'list, show and close what agents left to one another',
    commands: [
      {
        name: 'list',
        description: 'list the pending handoffs',
        options: [{ flag: '--all', description: 'closed ones too' }, dir, FORMAT],
        async run(environment, _, options: HandoffOptions) {
          const { listHandoffs } = await import('../commands/handoffs.js');
          return listHandoffs(environment, options);
        },
      },
      {
        name: 'show',
        description: 'print one handoff with its payload',
        parameters: [{ form: '<id>', description: 'its id, or enough of it' }],
        options: [dir, FORMAT],
        async run(environment, [id = ''], options: HandoffOptions) {
          const { showHandoff } = await import('../commands/handoffs.js');
          return showHandoff(environment, id, options);
        },
      },
      {
        name: 'close',
        description: 'mark handoffs as done, so that no agent is told of them any more',
        parameters: [{ form: '<ids...>', description: 'their ids, or enough of each' }],
        options: [dir, FORMAT],
        async run(environment, ids, options: HandoffOptions) {
          const { closeHandoffs } = await import('../commands/handoffs.js');
          return closeHandoffs(environment, ids, options);
        },
      },
    ],
  };
}
