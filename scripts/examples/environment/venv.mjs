import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeAtEnd } from './cleanup.mjs';
import { EnvironmentProblem } from './environment-problem.mjs';
import { run } from './processes.mjs';

/**
 * The virtual environment of the pinned requirements, made when there is none of them and of this Python yet.
 * @param {string} root
 * @param {import('./tools.mjs').Tools} tools
 * @param {(text: string) => void} say
 * @returns {Promise<string>} its folder
 */
export async function makeVenv(root, { python, pythonVersion }, say) {
  const requirements = path.join(root, 'examples/requirements.txt');
  const text = readFileSync(requirements, 'utf8');
  const hash = createHash('sha256').update(`${text}\0${pythonVersion}`).digest('hex').slice(0, 16);
  const cache = path.join(root, 'examples/.cache');
  const folder = path.join(cache, `venv-${hash}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const half = `${folder}.${process.pid}.tmp`;
  removeAtEnd(half);
  say('Making the Python environment of the examples; later runs use it again.');
  const made = await run(python, ['-m', 'venv', half]);
  if (made.status !== 0) throw new EnvironmentProblem(`${lastLines(made)}\nOn Debian: apt-get install python3-venv`);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-r', requirements];
  const installed = await run(path.join(half, 'bin/python'), pip, { stdio: ['ignore', 'inherit', 'pipe'] });
  if (installed.status !== 0) {
    throw new EnvironmentProblem(`pip could not install examples/requirements.txt:\n${lastLines(installed)}`);
  }
  moveScripts(path.join(half, 'bin'), half, folder);
  keep(half, folder);
  return folder;
}

/** The scripts name the folder that they were installed in. */
function moveScripts(bin, from, to) {
  for (const name of readdirSync(bin)) {
    const file = path.join(bin, name);
    const content = statSync(file).size < 100_000 ? readFileSync(file, 'utf8') : '';
    if (content.includes(from)) writeFileSync(file, content.replaceAll(from, to));
  }
}

/** Where another run was faster, its environment is as good. */
function keep(half, folder) {
  try {
    renameSync(half, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function lastLines({ stdout, stderr }) {
  return `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n');
}
