// Writes the files that make a plugin of the package: .claude-plugin/*.json, hooks/hooks.json and the plugin's agent.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runBundled } from './run-bundled.mjs';

const { composePlugin, SERVERS, SESSION_HOOKS } = await runBundled(`
  export { composePlugin } from './src/plugin/compose-plugin.js';
  export { SERVERS, SESSION_HOOKS } from './src/install/entries/shipped.js';
`);
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
