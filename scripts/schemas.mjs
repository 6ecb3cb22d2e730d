// Writes the JSON Schemas: those that the hooks read, and those that the package ships for editors.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runBundled } from './run-bundled.mjs';

const { composeSchemas, composeHookSchemas } = await runBundled(
  `export { composeHookSchemas, composeSchemas } from './src/schemas/compose.js';`,
);
const definition = readFileSync(path.join(root, 'agents/backend-system-architect.md'), 'utf8');
mkdirSync(path.join(root, 'schemas'), { recursive: true });
write('src/context/schemas/json-schemas.json', composeHookSchemas());
for (const [name, schema] of Object.entries(composeSchemas(definition))) write(`schemas/${name}.schema.json`, schema);

function write(file, value) {
  writeFileSync(path.join(root, file), `${JSON.stringify(value, null, 2)}\n`);
}
