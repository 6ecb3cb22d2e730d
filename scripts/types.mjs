// Writes dist/index.d.cts: the types of the programming interface in one file, without those of the libraries.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundle = await rollup({
  input: path.join(root, 'src/api.ts'),
  plugins: [dts({ tsconfig: path.join(root, 'tsconfig.json') })],
  external: (name) => {
    if (!name.startsWith('.') && !path.isAbsolute(name)) throw new Error(`${name} would be a dependency of the types`);
    return false;
  },
});
await bundle.write({ file: path.join(root, 'dist/index.d.cts'), format: 'es' });
await bundle.close();
