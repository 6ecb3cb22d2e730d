// Prints what the package costs as ratios to `node -e 0`, measured in pairs and in one run. `--rounds 10`, `--only hooks`.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchHooks } from './hooks.mjs';
import { benchInstall } from './install.mjs';
import { benchStart } from './start.mjs';
import { benchValidate } from './validate.mjs';

const SUITES = { start: benchStart, hooks: benchHooks, install: benchInstall, validate: benchValidate };

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, only: { type: 'string', multiple: true } },
});
const bin = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/bin.cjs');
const rows = (values.only ?? Object.keys(SUITES)).flatMap((suite) =>
  SUITES[suite]({ bin, rounds: Number(values.rounds) }),
);

for (const { name, milliseconds, ratio, rate, limit } of rows) {
  const cells = [
    name.padEnd(20),
    `${milliseconds.toFixed(1)} ms`.padStart(12),
    `${ratio.toFixed(2)} x node -e 0`.padStart(22),
    rate === undefined ? '' : `${rate.toLocaleString('en')} files/s`.padStart(18),
    limit !== undefined && ratio > limit ? `  (over ${limit})` : '',
  ];
  console.log(cells.join('').trimEnd());
}
process.exitCode = rows.some(({ ratio, limit }) => limit !== undefined && ratio > limit) ? 1 : 0;
