import { classify } from './classify.mjs';
import { planPython } from './python-units.mjs';

/**
 * @typedef {import('../find/blocks.mjs').Block} Block
 * @typedef {object} Plan
 * @property {Block[]} found every block of the chosen files
 * @property {Block[]} run blocks that are run or checked
 * @property {Block[]} noCode
 * @property {{ block: Block, reason: string }[]} skipped
 * @property {{ block: Block, message: string }[]} wrong blocks that cannot be run as they stand
 * @property {import('./python-units.mjs').PythonUnit[]} python
 */

/**
 * Decides about each block of the files that were chosen; the agents' blocks are read in any case, as the application.
 * @param {Block[]} blocks
 * @param {(file: string) => boolean} isChosen
 * @returns {Plan}
 */
export function plan(blocks, isChosen = () => true) {
  const verdicts = blocks.map((block) => ({ block, ...classify(block) }));
  const inState = (state) => verdicts.filter((verdict) => verdict.state === state);
  const isPython = ({ block }) => block.language === 'python';
  const python = planPython(
    inState('run').filter(isPython).map(toBlock),
    [...inState('skip'), ...inState('wrong')].filter(isPython).map(toBlock),
  );
  const broken = new Set(python.wrong.map(toBlock));
  const chosen = ({ block }) => isChosen(block.file);
  return {
    found: verdicts.filter(chosen).map(toBlock),
    run: inState('run')
      .filter(chosen)
      .map(toBlock)
      .filter((block) => !broken.has(block)),
    noCode: inState('no code').filter(chosen).map(toBlock),
    skipped: inState('skip').filter(chosen),
    wrong: [...inState('wrong'), ...python.wrong].filter(chosen),
    python: python.units.filter(({ file }) => isChosen(file)),
  };
}

function toBlock({ block }) {
  return block;
}
