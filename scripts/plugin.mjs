// Writes the files that make a plugin of the package: .claude-plugin/*.json and hooks/hooks.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      export { composePlugin } from './src/plugin/compose-plugin.js';
      export { SERVERS, SESSION_HOOKS } from './src/install/entries/shipped.js';
    `,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
});
const module = { exports: {} };
new Function('module', 'exports', 'require', outputFiles[0].text)(
  module,
  module.exports,
  (await import('node:module')).createRequire(import.meta.url),
);
const { composePlugin, SERVERS, SESSION_HOOKS } = module.exports;
const files = composePlugin({
  package: JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
  definition: readFileSync(path.join(root, 'agents/backend-system-architect.md'), 'utf8'),
  sessionHooks: SESSION_HOOKS,
  servers: SERVERS,
});
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}
