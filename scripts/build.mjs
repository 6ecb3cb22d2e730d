import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleHooks } from './bundle-hooks.mjs';
import { bundleProgram } from './bundle-program.mjs';
import * as zod from './lazy-zod.mjs';
import { runBundled } from './run-bundled.mjs';
import { APART, findStandIn, root } from './stand-ins.mjs';

const { version, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const NODE = JSON.stringify(engines.node.replace('>=', ''));

// CommonJS starts faster than ESM, and the bundled dependencies call `require` for Node's own modules.
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [{ name: 'stand-ins', setup: replaceModules }],
  define: { 'import.meta.dirname': '__dirname' },
};

mkdirSync(path.join(root, 'dist'), { recursive: true });
// What was built by an earlier version of this would be packed as well.
for (const name of readdirSync(path.join(root, 'dist')).filter((file) => file.endsWith('.cjs'))) {
  rmSync(path.join(root, 'dist', name));
}
const starts = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js', zod: '#zod' };
const apart = Object.fromEntries(APART.map((name) => [`lib/${name}`, starts[name] ?? name]));
const libraries = await build({ ...shared, entryPoints: apart, outdir: 'dist', outExtension: { '.js': '.cjs' } });
const program = await bundleProgram({
  cwd: root,
  platform: 'node',
  transform: { define: shared.define, target: shared.target },
});
const buildId = hashOf(program.files);
// All that the entries require is Node's own, which comes faster without what `import` would need of it; a Node.js too old for
// that is told so by the entry.
const BUILTINS = 'require=process.getBuiltinModule??require;';
// The entries are small: they load the program when it is needed.
const entries = { ...shared, external: ['./program.cjs', './api.cjs'] };
await build({ ...entries, entryPoints: ['src/index.ts'], outfile: 'dist/index.cjs' });
await build({
  ...entries,
  entryPoints: ['src/bin.ts'],
  outfile: 'dist/bin.cjs',
  banner: { js: `#!/usr/bin/env node\n${BUILTINS}` },
  define: {
    ...shared.define,
    VERSION: JSON.stringify(version),
    BUILD: JSON.stringify(buildId),
    NODE,
  },
});
// `npx` in a checkout starts this very file.
chmodSync(path.join(root, 'dist/bin.cjs'), 0o755);
const title = `// The hooks of backend-system-architect ${version}, built from its src/hooks.`;
const hooks = await bundleHooks({
  ...shared,
  outfile: 'hooks/agent/hooks-program.cjs',
  banner: { js: title },
});
await build({
  ...shared,
  entryPoints: ['src/hooks/bin.ts'],
  outfile: 'hooks/agent/agent-hooks.cjs',
  define: { ...shared.define, NODE },
  banner: { js: `${title}\n${BUILTINS}` },
});
const { indexPayload } = await runBundled(`export { indexPayload } from './src/install/payload-index.js';`);
writeFileSync(path.join(root, 'dist/payload.json'), JSON.stringify(indexPayload(root)));
writeFileSync(
  path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'),
  notices([...program.modules, ...hooks, ...Object.keys(libraries.metafile.inputs)]),
);

/** The stand-ins, as a plugin of esbuild. */
function replaceModules(build) {
  // What the program takes of zod: the rest, its messages in fifty languages before all, is left out.
  build.onResolve({ filter: /^#zod$/ }, ({ path }) => ({ path, namespace: 'zod' }));
  build.onLoad({ filter: /./, namespace: 'zod' }, () => ({
    contents: `export { ${Object.keys(zod).join(', ')} } from 'zod/mini';`,
    resolveDir: root,
  }));
  build.onResolve({ filter: /./ }, ({ path: id, importer }) => {
    const standIn = findStandIn(id, importer);
    return standIn === undefined ? undefined : { path: standIn };
  });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(path.join(root, 'dist', file)));
  return hash.digest('base64url');
}

/** The licence text of every package whose code ended up in a bundle, as the licences ask. */
function notices(modules) {
  const files = modules.map((file) => path.relative(root, path.resolve(root, file)).split(path.sep).join('/'));
  const folders = new Set(files.flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
      return `${name} ${version} (${license})\n\n${licenceText(path.join(root, folder))}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceText(folder) {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE']) {
    try {
      return `${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
    } catch {}
  }
  return 'The package ships no licence file of its own.\n';
}
