import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of the package whose root this is. */
export function readVersion(packageRoot: string): string {
  return (JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
