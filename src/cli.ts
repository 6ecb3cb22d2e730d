import { Command, CommanderError } from 'commander';
import { COMMANDS, type Finish } from './commands/define.js';
import { explainSystemError, UsageError } from './errors.js';
import { printable } from './reporters/printable.js';
import { type Environment, EXIT, type ExitCode } from './streams.js';

/** Runs the command line. Never throws and never ends the process: what it returns is the exit code. */
export async function main(environment: Environment): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  let format = 'text';
  const program = defineProgram(environment, (code) => {
    exitCode = code;
  });
  program.hook('preAction', (_, command) => {
    format = String(command.opts().format);
  });
  try {
    await program.parseAsync(environment.argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(environment, error, format);
  }
}

/** All commands, or only the one that was asked for: to describe the others takes longer than most of them run. */
function defineProgram(environment: Environment, finish: Finish): Command {
  const program = new Command('backend-system-architect')
    .description('Installs the backend-system-architect agent for Claude Code, and validates agent definitions.')
    .version(environment.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', '\nExit codes: 0 clean, 1 findings or conflicts, 2 wrong usage or failure.');
  const [asked = ''] = environment.argv;
  const names = COMMANDS.has(asked) ? [asked] : COMMANDS.keys();
  for (const name of names) COMMANDS.get(name)?.(program, environment, finish);
  return program;
}

function reportFailure(environment: Environment, error: unknown, format: string): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
  const known = error instanceof UsageError ? error : explainSystemError(error);
  const message = known?.message ?? `This should not happen: ${error instanceof Error ? error.message : String(error)}`;
  const help = known?.help ?? 'Please report it, with the command that you ran.';
  if (format === 'json') environment.stdout.write(`${JSON.stringify({ error: { message, help } }, null, 2)}\n`);
  // What stands in a file of a checked repository must not steer a terminal.
  environment.stderr.write(`error: ${printable(message)}\n  ${printable(help)}\n`);
  return EXIT.failure;
}
