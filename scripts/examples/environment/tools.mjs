import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';
import { EnvironmentProblem } from './environment-problem.mjs';
import { run } from './processes.mjs';

const OLDEST_PYTHON = [3, 11];

/**
 * @typedef {{ python: string, pythonVersion: string, postgres: string, redis: string, shellcheck: string }} Tools
 * `postgres` is the folder of its programs, the rest are commands; `pythonVersion` tells builds apart.
 */

/**
 * Finds the programs that the examples need; all that are missing are named together.
 * @returns {Promise<Tools>}
 */
export async function findTools() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const find = (name) => folders.map((folder) => path.join(folder, name)).find(isProgram);
  const found = {
    ...(await findPython(find)),
    postgres: [...folders, ...debianFolders()].find((folder) =>
      ['initdb', 'postgres'].every((name) => isProgram(path.join(folder, name))),
    ),
    redis: find('redis-server'),
    shellcheck: find('shellcheck'),
  };
  const missing = Object.entries({
    [`Python ${OLDEST_PYTHON.join('.')} or newer (python3)`]: found.python,
    'PostgreSQL (initdb and postgres)': found.postgres,
    'Redis (redis-server)': found.redis,
    ShellCheck: found.shellcheck,
  }).filter(([, where]) => !where);
  if (missing.length > 0) {
    throw new EnvironmentProblem(
      [
        'The examples cannot be run; not found:',
        ...missing.map(([name]) => `  - ${name}`),
        'On Debian: apt-get install postgresql redis-server shellcheck python3-venv',
      ].join('\n'),
    );
  }
  return found;
}

async function findPython(find) {
  const names = ['python3', ...[11, 12, 13, 14].map((minor) => `python3.${minor}`)];
  const script = 'import sys, platform; print(*sys.version_info[:2], sys.version, platform.platform())';
  for (const name of names) {
    const python = find(name);
    if (!python) continue;
    const { status, stdout } = await run(python, ['-c', script]);
    const [major, minor] = stdout.split(' ').map(Number);
    if (status === 0 && (major > OLDEST_PYTHON[0] || minor >= OLDEST_PYTHON[1]))
      return { python, pythonVersion: stdout };
  }
  return {};
}

/** Where Debian keeps PostgreSQL's programs, the newest version first. */
function debianFolders() {
  const base = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(base).sort((one, other) => Number(other) - Number(one));
    return versions.map((version) => path.join(base, version, 'bin'));
  } catch {
    return [];
  }
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
