import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders = [];

/** A new folder, for as long as the bench runs. */
export function makeScratch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  folders.push(folder);
  return folder;
}

/** At the end of all: for minutes ext4 keeps away from the places of files that were removed, and is the slower for it. */
export function removeScratch() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}
