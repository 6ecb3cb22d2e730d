import path from 'node:path';
import { settle } from './settle.mjs';
import { writeUnit } from './write-unit.mjs';

/** How long the blocks of one language in one markdown file may take together, in seconds. */
export const FILE_SECONDS = 60;

/**
 * @typedef {object} Job
 * @property {string} file
 * @property {import('./map-failure.mjs').Unit[]} units
 * @property {(worker: { run: Function }) => Promise<import('./settle.mjs').Outcome[]>} run
 */

/**
 * What the workers have to do: a job for each markdown file and language.
 * @param {import('../plan/plan.mjs').Plan} plan
 * @param {string} folder where units are written
 * @returns {Job[]}
 */
export function makeJobs({ run, python }, folder) {
  const units = ['sql', 'toml', 'lua'].flatMap((language) => {
    const own = run.filter((block) => block.language === language);
    return groupByFile(own).map((blocks) => ({ language, file: blocks[0].file, blocks }));
  });
  const jobs = [...units.map((unit) => [unit]), ...groupByFile(python)];
  return jobs.map((own, job) =>
    makeJob(own.map((unit, index) => ({ ...unit, folder: path.join(folder, `unit-${job}-${index}`) }))),
  );
}

function makeJob(units) {
  const [{ language, file }] = units;
  return {
    file,
    units,
    async run(worker) {
      const sent = units.map((unit) => {
        if (language === 'python') writeUnit(unit, unit.folder);
        return language === 'python'
          ? { folder: unit.folder, entry: unit.entry, blocks: unit.blocks.length }
          : {
              file: unit.file,
              codes: unit.blocks.map(({ code, line }) => ({ text: code.join('\n'), line: line + 1 })),
            };
      });
      const failed = (error) => units.map(() => ({ problems: [{ message: error.message }], ran: [] }));
      const answers = await worker.run({ language, seconds: FILE_SECONDS, units: sent }).catch(failed);
      return units.map((unit, index) => settle(unit, answers[index], unit.folder));
    },
  };
}

function groupByFile(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.file, [...(groups.get(item.file) ?? []), item]);
  return [...groups.values()];
}
