import type { SchemaOptions } from '../commands/schema.js';
import type { ValidateCommandOptions } from '../commands/validate.js';
import { REPORT_FORMATS } from '../reporters/formats.js';
import type { Command } from './command.js';

export function describeValidate(): Command {
  return {
    name: 'validate',
    description: 'check agents, skills, hooks and settings for what the client would drop, ignore or change',
    parameters: [
      {
        form: '[paths...]',
        description: 'agent files, .claude folders, plugins or repositories (default: the current folder)',
      },
    ],
    options: [
      {
        flag: '--format',
        value: '<format>',
        description: 'how to print the report',
        choices: REPORT_FORMATS,
        default: 'text',
      },
      { flag: '--fix', description: 'put right what is mechanical, and report the rest' },
      { flag: '--dry-run', description: 'with --fix: print the changes as a diff, and do nothing' },
      { flag: '--strict', description: 'fail on warnings, too' },
      { flag: '--max-warnings', value: '<count>', description: 'fail on more warnings than this' },
      {
        flag: '--rule',
        value: '<id=level>',
        description: 'what a rule counts for: error, warning, info or off (repeatable)',
        isRepeatable: true,
      },
      { flag: '--client', value: '<version>', description: 'the version of Claude Code that the verdicts are about' },
      { flag: '--config', value: '<file>', description: 'read this configuration, not the one that is found' },
      { flag: '--no-config', description: 'read no configuration' },
      {
        flag: '--no-cache',
        description: 'check every file of a large tree, those included that are known to be clean',
      },
    ],
    async run(environment, paths, options: ValidateCommandOptions) {
      const { validateCommand } = await import('../commands/validate.js');
      return validateCommand(environment, paths, options);
    },
  };
}

export function describeExplain(): Command {
  return {
    name: 'explain',
    description: 'print the page of a rule, or list the rules',
    parameters: [{ form: '[rule]', description: 'its id, as the report names it' }],
    async run(environment, [rule]) {
      const { explain } = await import('../commands/explain.js');
      return explain(environment, rule);
    },
  };
}

export function describeSchema(): Command {
  return {
    name: 'schema',
    description: 'print a JSON Schema for editors and other tools, or list the schemas',
    parameters: [{ form: '[name]', description: 'of what: agent-frontmatter, report, ...' }],
    options: [
      { flag: '--dir', value: '<dir>', description: 'the repository whose agent the report is for', default: '.' },
    ],
    async run(environment, [name], options: SchemaOptions) {
      const { schema } = await import('../commands/schema.js');
      return schema(environment, name, options);
    },
  };
}
