import picocolors from 'picocolors';

const isTerminal = Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb';

/** Colours on a terminal only, and none where NO_COLOR asks for that. */
export const color = picocolors.createColors(isTerminal && !process.env.NO_COLOR);

/**
 * Shows on a terminal what is going on, in a line that the next one replaces.
 * @param {string} text
 */
export function progress(text) {
  if (isTerminal) process.stdout.write(`\r\x1b[2K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
}
