import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the files of a python unit; the folders of the application become packages.
 * @param {import('../plan/python-units.mjs').PythonUnit} unit
 * @param {string} folder
 */
export function writeUnit({ files }, folder) {
  for (const name of packagesOf(files.map((file) => file.path))) {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, '__init__.py'), '');
  }
  for (const file of files) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text);
  }
  writeFileSync(path.join(folder, 'pytest.ini'), '[pytest]\n');
}

/**
 * `app/core/x.py` needs `app` and `app/core`; the folder of tests is no package, as pytest has it by default.
 * @param {string[]} paths
 * @returns {string[]}
 */
export function packagesOf(paths) {
  const folders = new Set();
  for (const file of paths.filter((name) => name.startsWith('app/'))) {
    for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) {
      folders.add(folder);
    }
  }
  return [...folders].sort();
}
