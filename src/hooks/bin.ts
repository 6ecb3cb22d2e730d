import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeAll } from '../write-all.js';
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
}).then((result) => writeAll(1, formatResult(result)));
