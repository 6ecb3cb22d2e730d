import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAgents } from './agents.mjs';
import { compare } from './measure.mjs';

/** `validate` over trees of 1, 100 and 10,000 agents of 4 kB with every rule on; one in a hundred is defective. */
export function benchValidate({ bin, rounds }) {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const subject = (files) => ({
    name: `validate ${files}`,
    files,
    command: process.execPath,
    args: [bin, 'validate', '--format', 'json'],
    cwd: writeAgents(path.join(root, String(files)), files),
    allowed: [0, 1],
  });
  const small = [1, 100].map(subject);
  const large = [10_000].map(subject);
  const results = [...compare(small, rounds), ...compare(large, Math.min(rounds, 3), 1)];
  rmSync(root, { recursive: true });
  return results.map((result) => {
    const files = Number(result.name.split(' ')[1]);
    return { ...result, rate: Math.round((files / result.milliseconds) * 1000) };
  });
}
