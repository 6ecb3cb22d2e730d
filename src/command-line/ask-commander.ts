import { Command as CommanderCommand, CommanderError, Option as CommanderOption } from 'commander';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import type { Call, Command, CommandGroup, Option } from './command.js';
import type { Commands } from './commands.js';

/** Takes what a command was called with. */
type Take = (call: Call) => void;

/** Has commander read the command line: the whole of its grammar, the help, and what to say of a call that is wrong. */
export function askCommander(commands: Commands, environment: Environment): Call | ExitCode {
  let taken: Call | undefined;
  const program = defineProgram(environment);
  for (const describe of commands.values()) {
    define(program, describe(), (call) => {
      taken = call;
    });
  }
  try {
    program.parse(environment.argv, { from: 'user' });
    return taken ?? EXIT.failure;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
  }
}

function defineProgram({ stdout, stderr, version }: Environment): CommanderCommand {
  return new CommanderCommand('backend-system-architect')
    .description('Installs the backend-system-architect agent for Claude Code, and validates agent definitions.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', '\nExit codes: 0 clean, 1 findings or conflicts, 2 wrong usage or failure.');
}

function define(parent: CommanderCommand, described: Command | CommandGroup, take: Take, isDefault = false): void {
  const defined = parent.command(described.name, { isDefault }).description(described.description);
  if ('commands' in described) {
    for (const [at, command] of described.commands.entries()) define(defined, command, take, at === 0);
    return;
  }
  for (const { form, description } of described.parameters ?? []) defined.argument(form, description);
  for (const option of described.options ?? []) defined.addOption(toCommander(option));
  defined.action(() => {
    take({ command: described, words: defined.args, options: defined.opts() });
  });
}

function toCommander({ flag, short, value, description, ...rest }: Option): CommanderOption {
  const name = short ? `${short}, ${flag}` : flag;
  const option = new CommanderOption(value ? `${name} ${value}` : name, description);
  if (rest.choices) option.choices(rest.choices);
  if (rest.default !== undefined) option.default(rest.default);
  if (rest.isRepeatable) option.argParser(gather);
  return option;
}

function gather(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}
