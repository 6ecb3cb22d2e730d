import { COMMANDS } from './command-line/commands.js';
import { readPlainCall } from './command-line/read-plain-call.js';
import { explainSystemError, UsageError } from './errors.js';
import { printable } from './reporters/printable.js';
import { type Environment, EXIT, type ExitCode } from './streams.js';

/** Runs the command line. Never throws and never ends the process: what it returns is the exit code. */
export async function main(environment: Environment): Promise<ExitCode> {
  const call = readPlainCall(COMMANDS, environment.argv) ?? (await askCommander(environment));
  if (typeof call === 'number') return call;
  const { command, words, options } = call;
  try {
    return await command.run(environment, words, options);
  } catch (error) {
    return reportFailure(environment, error, options.format);
  }
}

async function askCommander(environment: Environment) {
  const { askCommander } = await import('./command-line/ask-commander.js');
  return askCommander(COMMANDS, environment);
}

function reportFailure(environment: Environment, error: unknown, format: unknown): ExitCode {
  const known = error instanceof UsageError ? error : explainSystemError(error);
  const message = known?.message ?? `This should not happen: ${error instanceof Error ? error.message : String(error)}`;
  const help = known?.help ?? 'Please report it, with the command that you ran.';
  if (format === 'json') environment.stdout.write(`${JSON.stringify({ error: { message, help } }, null, 2)}\n`);
  // What stands in a file of a checked repository must not steer a terminal.
  environment.stderr.write(`error: ${printable(message)}\n  ${printable(help)}\n`);
  return EXIT.failure;
}
