import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findFences } from './fences.mjs';

/**
 * @typedef {object} Block
 * @property {string} file the markdown file, relative to the root, with forward slashes
 * @property {number} line the opening fence's line
 * @property {string} language first word after the fence, in lower case
 * @property {string[]} code
 * @property {string} above the line above the fence
 * @property {boolean} closed
 * @property {boolean} deep
 */

/**
 * Every fenced block of `agents/*.md` and `skills/**\/*.md`, in the order of files and lines.
 * @param {string} root
 * @returns {{ files: string[], blocks: Block[] }}
 */
export function findBlocks(root) {
  const files = [...markdownIn(root, 'agents', false), ...markdownIn(root, 'skills', true)];
  return { files, blocks: files.flatMap((file) => readBlocks(file, readFileSync(path.join(root, file), 'utf8'))) };
}

/**
 * The fenced blocks of one file's text.
 * @param {string} file
 * @param {string} markdown
 * @returns {Block[]}
 */
export function readBlocks(file, markdown) {
  return findFences(markdown).map(({ info, ...fence }) => ({
    file,
    language: (info.split(/\s/, 1)[0] ?? '').toLowerCase(),
    ...fence,
  }));
}

function markdownIn(root, folder, recursive) {
  return readdirSync(path.join(root, folder), { recursive, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}
