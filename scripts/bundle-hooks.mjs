import path from 'node:path';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { exportValues } from './export-values.mjs';
import { findStandIn, root } from './stand-ins.mjs';

/** What stand-ins require when they are called, which is seldom. */
const LATER = ['gray-matter', 'picomatch'];

/**
 * Bundles the program of the hooks into one file. What is imported later, by one hook alone or hardly ever, is a function of its
 * own in it, which is compiled, kept and read back only where it runs.
 *
 * @param options of esbuild
 * @returns the modules that are in it
 */
export async function bundleHooks(options) {
  const { define, target } = options;
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: { main: path.join(root, 'src/hooks/main.ts') },
    transform: { define, target },
    external: (id, importer) => LATER.includes(id) && findStandIn(id, importer) === undefined,
    plugins: [{ name: 'stand-ins', resolveId: (id, importer) => importer && findStandIn(id, importer) }],
  });
  const { output } = await bundle.generate({ format: 'cjs', dynamicImportInCjs: false, chunkFileNames: '[name].cjs' });
  await bundle.close();
  const chunks = new Map(output.map(({ fileName, code }) => [`./${fileName}`, exportValues(code)]));
  const libraries = await Promise.all(LATER.map((name) => bundleLibrary(name, options)));
  for (const { name, text } of libraries) chunks.set(name, text);
  const entry = `./${output.find(({ isEntry }) => isEntry).fileName}`;
  await build({
    ...options,
    stdin: { contents: `module.exports = require(${JSON.stringify(entry)});` },
    plugins: [{ name: 'chunks', setup: (joined) => readChunks(joined, chunks) }],
  });
  return [...output, ...libraries].flatMap(({ moduleIds }) => moduleIds);
}

async function bundleLibrary(name, options) {
  const { outputFiles, metafile } = await build({ ...options, banner: {}, entryPoints: [name], write: false });
  return { name, text: outputFiles[0].text, moduleIds: Object.keys(metafile.inputs) };
}

/** As a plugin of esbuild: the chunks are in memory. */
function readChunks(joined, chunks) {
  joined.onResolve({ filter: /./ }, ({ path }) => (chunks.has(path) ? { path, namespace: 'chunk' } : undefined));
  joined.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: chunks.get(path), loader: 'js' }));
}
