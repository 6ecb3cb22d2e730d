import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../environment/processes.mjs';
import { inPlace } from '../plan/python-units.mjs';

const REFERENCE = /^\/\/\/\s*<reference\s+lib=/;
const OPTIONS = {
  noEmit: 'true',
  strict: 'true',
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  pretty: 'false',
};
const DIAGNOSTIC = /^block_(\d+)\.ts\((\d+),\d+\): error (TS\d+: .*)$/;

/**
 * Compiles TypeScript blocks with `tsc --strict`, each as a module of its own. A block whose first line references a
 * library, such as `webworker`, has that one in place of the browser's.
 * @param {import('../find/blocks.mjs').Block[]} blocks
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<{ problems: import('./map-failure.mjs').RawProblem[], ran: number[] }>}
 */
export async function checkTypeScript(blocks, root, folder) {
  mkdirSync(folder, { recursive: true });
  const groups = new Map();
  blocks.forEach((block, index) => {
    const reference = REFERENCE.test(block.code[0]) ? block.code[0] : '';
    groups.set(reference, [...(groups.get(reference) ?? []), index]);
    writeFileSync(path.join(folder, `block_${index}.ts`), inPlace([block]));
  });
  const problems = [];
  for (const [reference, group] of groups) problems.push(...(await compile(group, reference, root, folder)));
  return { problems, ran: [...blocks.keys()] };
}

async function compile(group, reference, root, folder) {
  const options = Object.entries(OPTIONS).flatMap(([name, value]) => [`--${name}`, value]);
  const lib = reference === '' ? 'es2022,dom,dom.iterable' : 'es2022';
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const files = group.map((index) => `block_${index}.ts`);
  const args = [tsc, ...options, '--lib', lib, ...files];
  const { status, stdout, stderr } = await run(process.execPath, args, { cwd: folder, seconds: 60 });
  const problems = readDiagnostics(stdout);
  if (status === 0 || problems.length > 0) return problems;
  const message = `tsc ended with status ${status}: ${`${stdout}${stderr}`.trim()}`;
  return group.map((block) => ({ block, message }));
}

/**
 * What `tsc` says about each block; the lines are those of the markdown file.
 * @param {string} output
 * @returns {import('./map-failure.mjs').RawProblem[]}
 */
export function readDiagnostics(output) {
  const problems = [];
  for (const line of output.split('\n')) {
    const [, block, at, message] = DIAGNOSTIC.exec(line) ?? [];
    if (block) problems.push({ block: Number(block), line: Number(at), message, details: '' });
    else if (problems.length > 0 && line.startsWith(' ')) problems.at(-1).details += `${line.trim()}\n`;
  }
  return problems;
}
