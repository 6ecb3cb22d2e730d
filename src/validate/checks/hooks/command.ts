import path from 'node:path';
import type { Positions, ValuePath } from '../../../definition/location.js';
import { type Finding, finding } from '../../finding.js';
import { isBelow } from '../../layout.js';
import type { CheckContext } from '../context.js';
import { checkScript } from './script.js';
import { resolveScript } from './script-path.js';
import { findScript, readShellCommand, type ShellCommand } from './shell-command.js';
import { findUnquoted } from './shell-folders.js';

/** What a hook's command starts: whether its path survives the shell, and whether the script is there and can run. */
export function checkCommand(
  entry: Record<string, unknown>,
  at: ValuePath,
  { locate }: Positions,
  context: CheckContext,
): Finding[] {
  const { command } = entry;
  // Another shell has other rules.
  if (typeof command !== 'string' || entry.shell === 'powershell') return [];
  const location = locate([...at, 'command']);
  const withoutShell = Array.isArray(entry.args);
  const { words, mayFail } = withoutShell ? readArguments(command, entry.args as unknown[]) : readShellCommand(command);
  if (withoutShell) {
    const reason = findArgumentFault(command);
    if (reason) return [finding('hook-args', location, { reason })];
  }
  const [variable] = withoutShell ? [] : findUnquoted(command);
  const findings = variable ? [finding('hook-path-unquoted', location, { variable })] : [];
  const script = findScript(words);
  const literal = words.find(({ text, literal }) => literal && text === script?.path)?.literal;
  if (literal) return [...findings, finding('hook-path-literal', location, { reason: literal })];
  const place = script && resolveScript(script.path, context.layout);
  if (!script || !place) return findings;
  const data = { script: script.path };
  if (place.kind === 'outside') {
    return context.isShared ? [...findings, finding('hook-script-outside', location, data)] : findings;
  }

  const { access, layout } = context;
  const stats = access.stat(place.file);
  const real = access.realPath(place.file) ?? place.file;
  if (!isBelow(path.resolve(place.file), layout.project) || (stats && !isBelow(real, layout.tree))) {
    return [...findings, finding('hook-script-outside', location, data)];
  }
  if (stats?.kind !== 'file') {
    return mayFail ? findings : [...findings, finding('hook-script-missing', location, data)];
  }
  const file = path.relative(layout.project, place.file).split(path.sep).join('/');
  const modes =
    script.direct && !stats.executable
      ? [{ ...finding('hook-script-not-executable', location, { ...data, file }), about: place.file }]
      : [];
  return [...findings, ...modes, ...checkScript(place.file, stats.size, script, context)];
}

/** In the form with `args` no shell splits anything. */
function readArguments(command: string, args: readonly unknown[]): ShellCommand {
  const texts = [command, ...args.filter((text) => typeof text === 'string')];
  return { words: texts.map((text) => ({ text, unquoted: [] })), mayFail: false };
}

/** Why a command that no shell reads cannot be the name of a program. */
function findArgumentFault(command: string): string | undefined {
  if (/\$CLAUDE_/.test(command)) return 'a variable without braces stays as it is written';
  // A path may have blanks of its own.
  if (/^[^\s/\\]+\s+\S/.test(command)) return `there is no program called "${command}"`;
  return /^["']/.test(command) ? 'quotes are part of the name' : undefined;
}
