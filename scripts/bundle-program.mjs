import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { exportValues } from './export-values.mjs';
import { findStandIn, isApart, root } from './stand-ins.mjs';

/**
 * What is loaded together, in the order in which it is dealt out: a module goes to the first that asks for it. The
 * commands whose start is waited for most often come first, and `program` takes what validate has in common with the others.
 */
const GROUPS = {
  validate: ['src/commands/validate.ts', 'src/validate/config/find-config.ts'],
  // What is needed when there is something to say.
  diagnose: ['src/validate/diagnostic-log.ts', 'src/reporters/text.ts', 'src/reporters/json.ts'],
  commander: ['src/command-line/ask-commander.ts'],
  // What tells of rules where a report does not.
  rules: ['src/reporters/sarif.ts', 'src/reporters/github.ts', 'src/commands/explain.ts'],
  install: ['src/commands/install.ts'],
  large: ['src/validate/large/validate-large.ts'],
  config: ['src/validate/config/read-config.ts', 'src/validate/config/levels.ts'],
  apply: [
    'src/transaction/exclusive.ts',
    'src/transaction/run.ts',
    'src/transaction/stage.ts',
    'src/answers/find-backend.ts',
  ],
  // What is asked for often, and mostly reads.
  read: ['status', 'diff', 'route', 'handoffs', 'report', 'schema'].map((name) => `src/commands/${name}.ts`),
  uninstall: ['src/commands/uninstall.ts'],
};

/**
 * Bundles the program. A file is compiled, or read from what was kept of it, whole: so what is loaded together is a file of its
 * own, and what only the slower commands need is one for all of them.
 *
 * @returns the names of the files below `dist`, and the modules that are in them
 */
export async function bundleProgram(options) {
  const input = {
    program: path.join(root, 'src/program.ts'),
    api: path.join(root, 'src/api.ts'),
    worker: path.join(root, 'src/validate/large/worker.ts'),
  };
  const plugins = [{ name: 'stand-ins', resolveId: resolveModule }];
  const bundle = await rolldown({ ...options, input, plugins, preserveEntrySignatures: 'allow-extension' });
  const { output } = await bundle.generate({
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    // What is loaded later is read from what was kept, too.
    dynamicImportInCjs: false,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: assignGroup(Object.values(input)), debugName: 'groups' }],
    },
  });
  await bundle.close();
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  for (const { fileName, code } of output) {
    // In ASCII a text takes one byte a letter in memory, and is compared and kept faster.
    const ascii = await transform(exportValues(code), {
      charset: 'ascii',
      legalComments: 'none',
      minifyWhitespace: true,
    });
    writeFileSync(path.join(root, 'dist', fileName), ascii.code);
  }
  return { files: output.map(({ fileName }) => fileName), modules: output.flatMap(({ moduleIds }) => moduleIds) };
}

function resolveModule(id, importer) {
  if (importer === undefined) return undefined;
  if (isApart(id, importer)) return { id: `./lib/${id}.cjs`, external: true };
  return findStandIn(id, importer);
}

function assignGroup(entries) {
  let groups;
  return (id, context) => {
    groups ??= findGroups((module) => context.getModuleInfo(module));
    const found = Object.keys(groups).find((name) => groups[name].has(id));
    return found ?? (entries.includes(id) ? null : 'more');
  };
}

/** No group imports from a later one, so no two files wait for each other. */
function findGroups(getModuleInfo) {
  const reach = (files) => reachFrom(files, getModuleInfo);
  const others = reach([...GROUPS.install, ...GROUPS.read]);
  const shared = [...reach([...GROUPS.validate, ...GROUPS.diagnose])].filter((id) => others.has(id));
  const program = new Set([...reach(['src/program.ts']), ...shared]);
  return { program, ...Object.fromEntries(Object.entries(GROUPS).map(([name, files]) => [name, reach(files)])) };
}

/** Modules and all that they import, save what they import later. */
function reachFrom(files, getModuleInfo) {
  const reached = new Set();
  const open = files.map((file) => path.join(root, file));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
