import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Libraries that lie apart from the program. */
const APART = ['cli-progress', 'fs-extra', 'picomatch', 'yaml'];

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

// A file is compiled whole when it is loaded. So what only some commands need, and what has no state, is a file of its own.
const apart = Object.fromEntries(APART.map((name) => [`lib/${name}`, name]));
const libraries = await build({ ...shared, entryPoints: apart, outdir: 'dist', outExtension: { '.js': '.cjs' } });
const program = await build({
  ...shared,
  entryPoints: ['src/program.ts'],
  outfile: 'dist/program.cjs',
  plugins: [...shared.plugins, { name: 'apart', setup: leaveApart }],
});
const buildId = createHash('sha256')
  .update(readFileSync(path.join(root, 'dist/program.cjs')))
  .digest('base64url');
// The entries are small: they load the program when it is needed.
const entries = { ...shared, external: ['./program.cjs'] };
await build({ ...entries, entryPoints: ['src/index.ts'], outfile: 'dist/index.cjs' });
await build({
  ...entries,
  entryPoints: ['src/bin.ts'],
  outfile: 'dist/bin.cjs',
  banner: { js: '#!/usr/bin/env node' },
  define: { ...shared.define, VERSION: JSON.stringify(version), BUILD: JSON.stringify(buildId) },
});
// `npx` in a checkout starts this very file.
chmodSync(path.join(root, 'dist/bin.cjs'), 0o755);
const hooks = await build({
  ...shared,
  entryPoints: ['src/hooks/bin.ts'],
  outfile: 'hooks/agent/agent-hooks.cjs',
  banner: { js: `// The hooks of backend-system-architect ${version}, built from its src/hooks.` },
});
writeFileSync(
  path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'),
  notices([program.metafile, libraries.metafile, hooks.metafile]),
);

function leaveApart(build) {
  build.onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$`) }, ({ path: name, importer }) =>
    name === 'yaml' && /[\\/]src[\\/]/.test(importer) ? undefined : { path: `./lib/${name}.cjs`, external: true },
  );
}

/** Modules that the bundles are better without, each for one package alone. */
function replaceModules(build) {
  const replace = (filter, importer, file) =>
    build.onResolve({ filter }, (module) =>
      importer.test(module.importer) ? { path: path.join(root, 'scripts', file) } : undefined,
    );
  replace(/^\.\/(lib\/)?engines$/, /[\\/]gray-matter[\\/]/, 'gray-matter-engines.cjs');
  replace(/^yaml$/, /[\\/]src[\\/]/, 'lazy-yaml.cjs');
  replace(/^node:child_process$/, /[\\/]commander[\\/]/, 'no-child-process.cjs');
  replace(/^picocolors$/, /[\\/]src[\\/]/, 'lazy-picocolors.cjs');
  replace(/^string-width$/, /[\\/]cli-progress[\\/]/, 'string-width.cjs');
}

/** The licence text of every package whose code ended up in a bundle, as the licences ask. */
function notices(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
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
