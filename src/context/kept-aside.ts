import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Whether a file has the dated name under which the hooks keep what they cannot read. */
export function isKeptAside(file: string): boolean {
  return /\.unreadable-[^/\\]*\.json$/.test(file);
}

/** The files kept aside below a folder, relative to it and with forward slashes; none where it cannot be listed. */
export function listKeptAside(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(isKeptAside)
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}
