/** What is to be undone when the command is interrupted; each must be quick and synchronous. */
const cleanups = new Set<() => void>();

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has something undone even where the user ends the command early. A process group of its own gets no Ctrl-C from the
 * terminal, and nobody would remove a temporary folder.
 *
 * @returns a function that takes the promise back, for when it was undone in the ordinary way
 */
export function onInterruption(cleanup: () => void): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.once(signal, interrupt);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) for (const signal of SIGNALS) process.off(signal, interrupt);
  };
}

function interrupt(signal: NodeJS.Signals): void {
  for (const other of SIGNALS) process.off(other, interrupt);
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
  // Now that nobody listens any more, the signal does what it does to any process.
  process.kill(process.pid, signal);
}
