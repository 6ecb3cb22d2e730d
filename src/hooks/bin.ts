import { readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { formatResult } from './result.js';
import { runHook } from './run-hook.js';

runHook({
  name: process.argv[2] ?? '',
  stdin: readFileSync(0, 'utf8'),
  // hooks/agent/agent-hooks.cjs stands beside agents/, in a .claude folder as in a plugin.
  agentsFolder: path.resolve(import.meta.dirname, '../../agents'),
  projectDir: process.env.CLAUDE_PROJECT_DIR,
  env: process.env,
  now: new Date(),
}).then((result) => print(formatResult(result)));

/** Writes to stdout by its descriptor: `process.stdout` loads half of Node's network code first. */
function print(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
