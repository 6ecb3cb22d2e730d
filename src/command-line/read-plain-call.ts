import { type Call, type Command, isNegated, type Option, optionName, type Parameter } from './command.js';
import type { Commands } from './commands.js';

/**
 * Reads a command line that is written plainly, as nearly all are: the command first, each option with its whole name, each
 * value where it is expected. To load commander for that takes longer than to check an agent.
 *
 * @returns undefined for all else, what is wrong included: commander is asked then, and says it.
 */
export function readPlainCall(commands: Commands, argv: readonly string[]): Call | undefined {
  const [name = '', ...rest] = argv;
  const described = commands.get(name)?.();
  if (!described) return undefined;
  if (!('commands' in described)) return readCall(described, rest);
  const named = described.commands.find((command) => command.name === rest[0]);
  return named ? readCall(named, rest.slice(1)) : readCall(described.commands[0], rest);
}

function readCall(command: Command, argv: readonly string[]): Call | undefined {
  const { options: known = [], parameters = [] } = command;
  const words: string[] = [];
  const options = readDefaults(known);
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] as string;
    if (!word.startsWith('-')) {
      words.push(word);
      continue;
    }
    const option = known.find(({ flag, short }) => flag === word || short === word);
    if (!option) return undefined;
    const value = option.value === undefined ? !isNegated(option.flag) : readValue(option, argv[at + 1]);
    if (value === undefined) return undefined;
    if (typeof value === 'string') at += 1;
    const name = optionName(option);
    options[name] = option.isRepeatable ? [...((options[name] as string[]) ?? []), value] : value;
  }
  return fits(words, parameters) ? { command, words, options } : undefined;
}

/** The next word, or true where the value may be left out, and is; undefined where it is none that can stand there. */
function readValue({ value, choices }: Option, next: string | undefined): string | true | undefined {
  if (next === undefined || next.startsWith('-')) return value?.startsWith('[') ? true : undefined;
  return choices && !choices.includes(next) ? undefined : next;
}

/** What counts where nobody says anything. `--no-cache` alone means that there is a cache, and `--no-mcp` beside `--mcp` nothing. */
function readDefaults(options: readonly Option[]): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const option of options) {
    const name = optionName(option);
    if (option.default !== undefined) defaults[name] = option.default;
    else if (isNegated(option.flag) && !options.some((other) => other !== option && optionName(other) === name))
      defaults[name] = true;
  }
  return defaults;
}

/** Whether so many words were expected. */
function fits(words: readonly string[], parameters: readonly Parameter[]): boolean {
  const least = parameters.filter(({ form }) => form.startsWith('<')).length;
  const most = parameters.some(({ form }) => form.includes('...')) ? Number.POSITIVE_INFINITY : parameters.length;
  return least <= words.length && words.length <= most;
}
