import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const tasks = [];
const folders = [];
let running;

/**
 * Has `task` done at the end, however the run ends; the newest task goes first.
 * @param {() => unknown} task
 */
export function atEnd(task) {
  tasks.push(task);
}

/**
 * A fresh folder that is removed at the end.
 * @param {string} name
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  removeAtEnd(folder);
  return folder;
}

/**
 * Removes a folder at the very end, when nothing writes into it any more.
 * @param {string} folder
 */
export function removeAtEnd(folder) {
  folders.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** Whether the cleaning up has begun: nothing new is to be started. */
export function isEnding() {
  return running !== undefined;
}

/** Does all that was asked for; a second call waits for the first. */
export function cleanUp() {
  running ??= (async () => {
    for (const task of [...tasks.reverse(), ...folders]) {
      try {
        await task();
      } catch (error) {
        console.error(`While cleaning up: ${error.message}`);
      }
    }
  })();
  return running;
}

/** Cleans up before a signal ends the process. */
export function cleanUpOnSignals() {
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ]) {
    process.on(signal, async () => {
      await cleanUp();
      process.exit(128 + number);
    });
  }
}
