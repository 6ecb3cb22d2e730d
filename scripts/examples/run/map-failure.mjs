import path from 'node:path';

/**
 * @typedef {import('../find/blocks.mjs').Block} Block
 * @typedef {{ language: string, file: string, blocks: Block[], entry?: string, files?: import('../plan/python-units.mjs').UnitFile[] }} Unit
 * @typedef {object} RawProblem what a check found, in its own terms
 * @property {string} message
 * @property {string} [details]
 * @property {number} [block] index of the block
 * @property {string} [path] where the code lay as it was run
 * @property {number} [line] of `path`, otherwise of the markdown file
 * @property {[string, number][]} [frames] the innermost first
 * @typedef {{ block: Block, file: string, line: number, message: string, details: string }} Problem
 */

/**
 * Names the place in the markdown file, and the block that it belongs to.
 * @param {RawProblem} raw
 * @param {Unit} unit
 * @param {string} [folder] where the unit's files lay
 * @returns {Problem}
 */
export function mapProblem(raw, unit, folder = '') {
  const frames = raw.path ? [[raw.path, raw.line], ...(raw.frames ?? [])] : (raw.frames ?? []);
  const places = frames.flatMap(([file, line]) => {
    const found = unit.files?.find((candidate) => path.join(folder, candidate.path) === file);
    return found && line ? [{ file: found.source, line, isEntry: found.path === unit.entry }] : [];
  });
  const stated = raw.path ? undefined : raw.line;
  const own = places.find(({ isEntry }) => isEntry);
  const block = unit.blocks[raw.block] ?? blockAt(unit.blocks, own?.line ?? stated) ?? unit.blocks[0];
  const { file, line } = own ?? places[0] ?? { file: unit.file, line: stated ?? block.line };
  const message = mapText(raw.message ?? 'failed', unit, folder).trim();
  return { block, file, line, message, details: mapText(raw.details ?? '', unit, folder).trim() };
}

/**
 * Writes the markdown files' names where a text has those of the files that were run.
 * @param {string} text
 * @param {Unit} unit
 * @param {string} folder
 * @returns {string}
 */
export function mapText(text, unit, folder) {
  let mapped = text;
  for (const file of unit.files ?? []) {
    mapped = mapped.replaceAll(path.join(folder, file.path), file.source);
    const relative = new RegExp(`(?<![\\w/.-])${file.path.replaceAll('.', '\\.')}(?=:\\d|")`, 'g');
    mapped = mapped.replace(relative, () => file.source);
  }
  return mapped;
}

function blockAt(blocks, line) {
  return blocks.find((block) => line >= block.line && line <= block.line + block.code.length);
}
