const APP_FILE = /^# backend\/((?:app|tests)(?:\/\w+)*\/\w+\.py)\s*$/;
const APP_LIKE = /^#\s*backend\//;
const CONTINUES = /^#\s*continues\b/i;

/**
 * @typedef {import('../find/blocks.mjs').Block} Block
 * @typedef {{ path: string, source: string, text: string }} UnitFile `source` is the markdown file it comes from
 * @typedef {{ language: 'python', file: string, blocks: Block[], entry: string, files: UnitFile[] }} PythonUnit
 */

/**
 * Makes modules of python blocks. Line 12 of a module is line 12 of its markdown file: all else in it is blank.
 * Each comes with the application: the agents' files, then those of its own markdown file.
 * @param {Block[]} blocks the blocks to run, in order
 * @param {Block[]} [skipped] those that say why they are not run
 * @returns {{ units: PythonUnit[], wrong: { block: Block, message: string }[] }}
 */
export function planPython(blocks, skipped = []) {
  const { modules, wrong } = joinBlocks(blocks, skipped);
  const base = new Map(appFiles(modules.filter(({ file }) => file.startsWith('agents/'))));
  const units = modules.map((module) => {
    const own = appFiles(modules.filter(({ file }) => file === module.file));
    const files = new Map([...base, ...own, [module.entry, unitFile(module)]]);
    return { language: 'python', ...module, files: [...files.values()] };
  });
  return { units, wrong };
}

/** One module for each block, or for a block and those that continue it. */
function joinBlocks(blocks, skipped) {
  const modules = [];
  const wrong = [];
  for (const block of blocks) {
    const first = block.code[0] ?? '';
    const before = (candidate) => candidate.file === block.file && candidate.line < block.line;
    if (CONTINUES.test(first)) {
      const last = modules.findLast(({ file }) => file === block.file);
      const since = skipped.filter(before).at(-1)?.line ?? 0;
      const broken = wrong.filter((entry) => before(entry.block)).at(-1)?.block.line ?? 0;
      if (last && last.blocks.at(-1).line > Math.max(since, broken)) last.blocks.push(block);
      else wrong.push({ block, message: 'the block continues one that is not run' });
    } else if (APP_LIKE.test(first) && !APP_FILE.test(first)) {
      wrong.push({ block, message: `"${first}" names no file below backend/app or backend/tests` });
    } else {
      const entry = APP_FILE.exec(first)?.[1] ?? `blocks/block_${block.line}.py`;
      modules.push({ file: block.file, blocks: [block], entry });
    }
  }
  return { modules, wrong };
}

function appFiles(modules) {
  return modules.filter(({ entry }) => !entry.startsWith('blocks/')).map((module) => [module.entry, unitFile(module)]);
}

function unitFile({ entry, file, blocks }) {
  return { path: entry, source: file, text: inPlace(blocks) };
}

/**
 * The code of the blocks, each line on the line that it has in the markdown file.
 * @param {Block[]} blocks
 * @returns {string}
 */
export function inPlace(blocks) {
  const lines = [];
  for (const { line, code } of blocks) {
    while (lines.length < line) lines.push('');
    lines.push(...code);
  }
  return `${lines.join('\n')}\n`;
}
