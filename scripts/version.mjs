// Runs in `npm version`: writes the new version wherever the repository names the package by it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-bundled.mjs';
import './plugin.mjs';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

replace('action.yml', /(?<=description: The version of the npm package that is run\.\n {4}default: ).*/);
replace('.pre-commit-hooks.yaml', /(?<=backend-system-architect@)[\w.-]+/g);

function replace(name, pattern) {
  const file = path.join(root, name);
  const text = readFileSync(file, 'utf8');
  if (text.search(pattern) === -1) throw new Error(`${name} names no version.`);
  writeFileSync(file, text.replace(pattern, version));
}
