import { createInterface } from 'node:readline';
import { UsageError } from '../errors.js';
import { printable } from '../reporters/printable.js';
import type { Environment } from '../streams.js';
import type { Answers } from './answers.js';
import type { FoundBackend } from './find-backend.js';
import { type KnownNames, readServers, readSkills, resolveBackend } from './read-options.js';

interface Question<T> {
  /** Without the default, which is added to it. */
  text: string;
  default: T;
  /** How a person would write the default. */
  shown: string;
  /** @throws {UsageError} when the answer is not allowed */
  read(answer: string): T;
}

/**
 * Asks on a terminal what there is to choose; an empty line takes the default.
 * @throws {UsageError} when the input ends, or is broken off, before the last answer
 */
export async function askAnswers(
  { stdin, stderr }: Environment,
  defaults: Answers,
  context: KnownNames & { found?: FoundBackend },
): Promise<Answers> {
  const terminal = createInterface({ input: stdin, output: stderr.open(), terminal: true });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async <T>(question: Question<T>): Promise<T> => {
    for (;;) {
      terminal.setPrompt(`${question.text} [${question.shown}]: `);
      terminal.prompt();
      const { value, done } = await lines.next();
      if (done) throw brokenOff();
      const answer = (value as string).trim();
      if (answer === '') return question.default;
      try {
        return question.read(answer);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        stderr.write(`${printable(`${error.message} ${error.help}`)}\n`);
      }
    }
  };
  try {
    // The user's own copy serves every project: one of them is no measure for it.
    const found = defaults.scope === 'user' ? undefined : context.found;
    const backend = await ask(backendQuestion(defaults, found));
    const skills = await ask(skillsQuestion(defaults, context));
    const router = await ask(routerQuestion(defaults));
    const mcp = await ask(serversQuestion(defaults, context));
    return { ...defaults, backend, skills, router, mcp };
  } finally {
    terminal.close();
  }
}

function backendQuestion({ backend }: Answers, found: FoundBackend | undefined): Question<Answers['backend']> {
  const isFound = found && found.root === backend.root && found.app === backend.app;
  return {
    text: isFound ? `Backend folder (${describeFound(found)})` : 'Backend folder',
    default: backend,
    shown: backend.app === 'app' ? backend.root : `${backend.root}:${backend.app}`,
    read: (answer) => resolveBackend(answer, backend, found),
  };
}

function describeFound({ evidence, others }: FoundBackend): string {
  const [other, ...more] = others;
  const also = other === undefined ? '' : `, also ${other}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return printable(`found ${evidence}${also}`);
}

function skillsQuestion({ skills }: Answers, known: KnownNames): Question<Answers['skills']> {
  return {
    text: 'Skills (all, preloaded, none, or names with commas between them)',
    default: skills,
    shown: showNames(skills),
    read: (answer) => readSkills(answer, known),
  };
}

function routerQuestion({ router }: Answers): Question<boolean> {
  return {
    text: 'Route prompts about the backend to the agent (yes or no)',
    default: router,
    shown: router ? 'yes' : 'no',
    read(answer) {
      const word = answer.toLowerCase();
      if (['y', 'yes', 'n', 'no'].includes(word)) return word.startsWith('y');
      throw new UsageError(`"${answer}" is neither yes nor no.`, 'Allowed: yes, no.');
    },
  };
}

function serversQuestion({ mcp }: Answers, known: KnownNames): Question<Answers['mcp']> {
  return {
    text: `MCP servers (all, none, or of ${known.servers.join(', ')})`,
    default: mcp,
    shown: showNames(mcp),
    read: (answer) => readServers(answer, known),
  };
}

function showNames(names: 'all' | string[]): string {
  if (names === 'all') return 'all';
  return names.length === 0 ? 'none' : names.join(', ');
}

function brokenOff(): UsageError {
  return new UsageError(
    'The questions were not answered, and nothing was written.',
    'Run the command again, or give the answers as options; --yes takes the defaults.',
  );
}
