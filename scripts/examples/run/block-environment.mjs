import path from 'node:path';

/**
 * The variables that blocks see: none of the user's settings, keys or addresses.
 * @param {string} venv
 * @param {string} home a folder to write into
 */
export function blockEnvironment(venv, home) {
  return {
    PATH: [path.join(venv, 'bin'), process.env.PATH].join(path.delimiter),
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
    PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
  };
}
