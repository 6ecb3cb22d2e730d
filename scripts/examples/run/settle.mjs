import { mapProblem } from './map-failure.mjs';

/**
 * @typedef {import('../find/blocks.mjs').Block} Block
 * @typedef {{ passed: Block[], problems: import('./map-failure.mjs').Problem[] }} Outcome
 */

/**
 * Judges the blocks of a unit. A block passes only where it was run to its end and nothing was found: one that
 * nothing is known about has failed.
 * @param {import('./map-failure.mjs').Unit} unit
 * @param {{ problems: import('./map-failure.mjs').RawProblem[], ran: number[] }} answer
 * @param {string} [folder]
 * @returns {Outcome}
 */
export function settle(unit, { problems, ran }, folder) {
  const mapped = problems.map((problem) => mapProblem(problem, unit, folder));
  const failed = new Set(mapped.map(({ block }) => block));
  const first = mapped[0];
  const because = first ? `because of the problem in ${first.file}:${first.line}` : 'and nothing says why';
  const silent = unit.blocks.filter((block, index) => !failed.has(block) && !ran.includes(index));
  return {
    passed: unit.blocks.filter((block, index) => !failed.has(block) && ran.includes(index)),
    problems: [...mapped, ...silent.map((block) => notRun(block, because))],
  };
}

function notRun(block, because) {
  return { block, file: block.file, line: block.line, message: `not run, ${because}`, details: '' };
}
