import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { clientBinary } from '../test/client/run-client.js';
import { cases } from './cases/index.js';
import { clientVersion } from './client-version.js';
import { compare } from './compare.js';
import { measure } from './measure.js';
import type { Results } from './results.js';
import { measureVersions } from './versions.js';

const folder = process.env.CONFORMANCE_ROOT ?? process.cwd();
const table = path.join(folder, 'results.json');

const { values } = parseArgs({
  options: {
    client: { type: 'string' },
    check: { type: 'boolean' },
    only: { type: 'string' },
    versions: { type: 'boolean' },
  },
});
const chosen = cases.filter(
  ({ id, theme }) => values.only === undefined || id === values.only || theme === values.only,
);
if (chosen.length === 0) throw new Error(`No case and no theme is called ${values.only}.`);
const binary = values.client ?? clientBinary;
const committed = JSON.parse(await readFile(table, 'utf8').catch(() => '{"cases":{}}')) as Results;

if (values.versions) await writeVersions();
else if (values.check) await check();
else if (values.only === undefined && values.client === undefined) await writeTable();
else console.log(JSON.stringify(await measureChosen(), null, 2));

function measureChosen() {
  const isOld = values.client !== undefined;
  return measure(chosen, { binary, isOld, onProgress: (done, total) => showProgress('', done, total) });
}

async function check(): Promise<void> {
  const differences = compare(committed.cases, await measureChosen(), chosen);
  for (const line of differences) console.log(line);
  console.log(`${chosen.length} cases measured, ${differences.length} differ from the table.`);
  process.exitCode = differences.length > 0 ? 1 : 0;
}

async function writeTable(): Promise<void> {
  const results: Results = {
    client: await clientVersion(binary),
    platform: `${process.platform}-${process.arch}`,
    measuredOn: new Date().toISOString().slice(0, 10),
    cases: await measureChosen(),
  };
  await writeJson(table, results);
  console.log(`${chosen.length} cases measured with ${results.client}.`);
}

async function writeVersions(): Promise<void> {
  const pinned = { version: await clientVersion(clientBinary), binary: clientBinary };
  const versions = await measureVersions({
    cases: chosen,
    committed: committed.cases,
    pinned,
    onProgress: showProgress,
  });
  await writeJson(path.join(folder, 'versions.json'), versions);
  for (const [version, others] of Object.entries(versions.clients)) {
    console.log(`${version}: ${Object.keys(others).length} of ${chosen.length} cases come out otherwise.`);
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

function showProgress(what: string, done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${what} ${done} of ${total} runs${done === total ? '\n' : ''}`);
}
