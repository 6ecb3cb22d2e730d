// Writes src/context/schemas/json-schemas.json from the zod schemas beside it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      import * as z from 'zod/mini';
      import { SCHEMA_SOURCES } from './src/context/schemas/sources.js';
      export default Object.fromEntries(Object.entries(SCHEMA_SOURCES).map(([name, schema]) => [name, z.toJSONSchema(schema)]));
    `,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const { default: schemas } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);
writeFileSync(path.join(root, 'src/context/schemas/json-schemas.json'), `${JSON.stringify(schemas, null, 2)}\n`);
