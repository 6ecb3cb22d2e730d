import type { Environment } from './streams.js';

/** Asks a yes-or-no question on a terminal; without one, or when asked not to ask, the answer is yes. */
export async function confirm(environment: Environment, question: string, ask: boolean): Promise<boolean> {
  if (!ask) return true;
  const { stdin, stderr } = environment;
  if (!stdin.isTTY || !stderr.isTTY) return true;
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: stdin, output: stderr.open() });
  try {
    const answer = (await terminal.question(`${question} [Y/n] `)).trim().toLowerCase();
    return answer === '' || answer === 'y' || answer === 'yes';
  } finally {
    terminal.close();
  }
}
