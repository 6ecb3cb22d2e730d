import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCacheFolder } from '../cache/cache-folder.js';
import { loadCompiled } from '../cache/compiled.js';
import { writeAll } from '../write-all.js';
import { isHookName } from './hook-names.js';
import type * as Main from './main.js';

/** Put in by the build: the least version of Node.js, as `20.19`. */
declare const NODE: string;

const name = process.argv[2] ?? '';
if (isTooOld()) {
  const systemMessage = `${name}: the hook did not run: it needs Node.js ${NODE} or later, and this is ${process.version}.`;
  writeAll(1, `${JSON.stringify({ systemMessage })}\n`);
  process.exit(0);
}
const { exports, notes, keep } = load();
const notebook = new exports.Notebook(notes);

exports
  .runHook({
    name,
    stdin: readFileSync(0, 'utf8'),
    // hooks/agent/agent-hooks.cjs stands beside agents/, in a .claude folder as in a plugin.
    agentsFolder: path.resolve(import.meta.dirname, '../../agents'),
    projectDir: process.env.CLAUDE_PROJECT_DIR,
    env: process.env,
    now: new Date(),
    openPage: notebook.open,
  })
  .then((result) => {
    writeAll(1, exports.formatResult(result));
    keep(exports.writeKept, notebook.close());
    // All is written: to leave now spares the engine taking itself apart, a tenth of what a hook may take.
    process.exit(0);
  });

/** By what the rest of this file needs, and came with 20.16. */
function isTooOld(): boolean {
  return process.getBuiltinModule === undefined;
}

function load(): ReturnType<typeof loadCompiled<typeof Main>> {
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : findCacheFolder(process.env, process.platform);
  // A name that is none is answered with those that there are, and not kept.
  const use = `hook-${isHookName(name) ? name : 'unknown'}`;
  return loadCompiled<typeof Main>({ root: import.meta.dirname, entry: 'hooks-program.cjs', folder, use });
}
