// What the package costs, as ratios to `node -e 0`, measured in pairs and in one run. `--rounds 10`, `--only hooks`,
// `--json file`, `--write` (bench/RESULTS.md), `--peers folder` (after bench/install-peers.mjs).
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchHooks } from './hooks.mjs';
import { benchInstall } from './install.mjs';
import { benchPackage } from './package.mjs';
import { benchPeers, versionsOf } from './peers.mjs';
import { describeRun, formatMarkdown, formatTable, isOver } from './results.mjs';
import { removeScratch } from './scratch.mjs';
import { benchStart } from './start.mjs';
import { benchValidate } from './validate.mjs';

const SUITES = {
  // First: what the others write and remove makes it dearer.
  install: benchInstall,
  start: benchStart,
  hooks: benchHooks,
  package: benchPackage,
  validate: benchValidate,
  peers: benchPeers,
};

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    peers: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const context = {
  root,
  bin: path.join(root, 'dist/bin.cjs'),
  client: path.join(root, 'node_modules/.bin/claude'),
  peers: path.resolve(values.peers ?? path.join(root, '..', 'bench-peers')),
  rounds: Number(values.rounds),
};
const suites = values.only ?? Object.keys(SUITES).filter((suite) => suite !== 'peers' || values.peers !== undefined);
const rows = [];
for (const suite of suites) {
  if (process.stderr.isTTY) process.stderr.write(`${suite} ...\n`);
  rows.push(...(await SUITES[suite](context)));
  // What a suite has written is not to be written while the next one is measured.
  spawnSync('sync');
}
removeScratch();
const run = describeRun(suites.includes('peers') ? versionsOf(context) : []);
for (const line of formatTable(rows)) console.log(line);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...run, rows }, null, 2)}\n`);
if (values.write) writeFileSync(path.join(here, 'RESULTS.md'), formatMarkdown(run, rows));
process.exitCode = rows.some(isOver) ? 1 : 0;
