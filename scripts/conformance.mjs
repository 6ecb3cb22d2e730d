import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'conformance-bundle-'));
const outfile = path.join(folder, 'main.mjs');
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['conformance/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'warning',
    // The client is looked up from where its runner lies, not from the bundle.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(root, 'test/client/run-client.ts')).href) },
  });
  process.exitCode = await new Promise((resolve) => {
    const environment = { ...process.env, CONFORMANCE_ROOT: path.join(root, 'conformance') };
    spawn(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit', env: environment }).on(
      'exit',
      resolve,
    );
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
