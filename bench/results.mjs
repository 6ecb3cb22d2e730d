import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** Date, machine and versions: without them no figure means anything. */
export function describeRun(peers) {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim(),
    machine: `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    node: process.version,
    peers,
  };
}

/** The rows as lines of a table for a terminal. */
export function formatTable(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  return rows.map((row) => {
    const [time, ratio, rate, memory, verdict] = cellsOf(row);
    return `${row.name.padEnd(width)}${time.padStart(11)}${ratio.padStart(9)}${rate.padStart(18)}${memory.padStart(12)}  ${verdict}`.trimEnd();
  });
}

export function formatMarkdown({ date, commit, machine, node, peers }, rows) {
  return [
    '# Results',
    '',
    `Measured on ${date} at ${commit}: ${machine}; Node.js ${node}${peers.length > 0 ? `; ${peers.join(', ')}` : ''}.`,
    '',
    'Medians of one run of `npm run bench`. The ratio is to `node -e 0`, started beside each sample; peak memory is that of one run more.',
    '',
    '| | Time | Ratio | Rate | Peak memory | Target |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map((row) => `| ${row.name} | ${cellsOf(row).join(' | ')} |`),
    '',
  ].join('\n');
}

export function isOver({ ratio, limit, rate, least, mebibytes, most }) {
  return (
    (limit !== undefined && ratio > limit) ||
    (least !== undefined && rate < least) ||
    (most !== undefined && mebibytes > most)
  );
}

function cellsOf(row) {
  const { milliseconds, ratio, rate, mebibytes, limit, least, most } = row;
  const targets = [
    limit === undefined ? [] : `at most ${limit} x`,
    least === undefined ? [] : `at least ${least.toLocaleString('en')} files/s`,
    most === undefined ? [] : `at most ${most} MiB`,
  ].flat();
  return [
    `${milliseconds < 1000 ? milliseconds.toFixed(1) : Math.round(milliseconds).toLocaleString('en')} ms`,
    `${ratio.toFixed(2)} x`,
    rate === undefined ? '' : `${rate.toLocaleString('en')} files/s`,
    mebibytes === undefined ? '' : `${mebibytes} MiB`,
    targets.length === 0 ? '' : `${isOver(row) ? 'missed: ' : ''}${targets.join(', ')}`,
  ];
}
