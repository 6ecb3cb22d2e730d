import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanUp, cleanUpOnSignals } from './environment/cleanup.mjs';
import { EnvironmentProblem } from './environment/environment-problem.mjs';

cleanUpOnSignals();
try {
  const { runExamples } = await import('./run-examples.mjs');
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
  process.exitCode = await runExamples(root, process.argv.slice(2));
} catch (error) {
  const isMissing = error.code === 'ERR_MODULE_NOT_FOUND';
  if (isMissing) console.error(`${error.message}\nInstall the packages first: npm ci`);
  else console.error(error instanceof EnvironmentProblem ? error.message : error);
  process.exitCode = 2;
} finally {
  await cleanUp();
}
