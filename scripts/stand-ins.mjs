import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Libraries that lie apart from the program: few commands need them. */
export const APART = ['cli-progress', 'fs-extra', 'gray-matter', 'jsonc-parser', 'picomatch', 'yaml', 'zod'];

/** Modules that the bundles are better without, each for one package alone. */
const STAND_INS = [
  [/^\.\/(lib\/)?engines$/, /[\\/]gray-matter[\\/]/, 'gray-matter-engines.cjs'],
  [/^node:child_process$/, /[\\/]commander[\\/]/, 'no-child-process.cjs'],
  [/^cli-progress$/, /[\\/]src[\\/]/, 'lazy-cli-progress.cjs'],
  [/^gray-matter$/, /[\\/]src[\\/]/, 'lazy-gray-matter.cjs'],
  [/^fs-extra$/, /[\\/]src[\\/]/, 'lazy-fs-extra.cjs'],
  [/^yaml$/, /[\\/]src[\\/]/, 'lazy-yaml.cjs'],
  [/^jsonc-parser\/lib\/esm\/main\.js$/, /[\\/]src[\\/]/, 'lazy-jsonc-parser.cjs'],
  [/^node:path$/, /[\\/]src[\\/]/, 'path.mjs'],
  [/^zod\/mini$/, /[\\/]src[\\/]/, 'lazy-zod.mjs'],
  [/^picomatch$/, /[\\/]src[\\/]/, 'lazy-picomatch.cjs'],
  [/^picocolors$/, /[\\/]src[\\/]/, 'lazy-picocolors.cjs'],
  [/^string-width$/, /[\\/]cli-progress[\\/]/, 'string-width.cjs'],
];

/** The file that stands in for a module; undefined where nothing does. */
export function findStandIn(id, importer) {
  const found = STAND_INS.find(([filter, importers]) => filter.test(id) && importers.test(importer));
  return found && path.join(root, 'scripts', found[2]);
}

/** Whether a module is to be loaded from a file of its own; where there is a stand-in, that loads it. */
export function isApart(id, importer) {
  return APART.includes(id) && findStandIn(id, importer) === undefined;
}
