import path from 'node:path';
import { isEnding } from '../environment/cleanup.mjs';
import { makeJobs } from './jobs.mjs';
import { checkJson } from './json.mjs';
import { settle } from './settle.mjs';
import { checkShell } from './shell.mjs';
import { checkTypeScript } from './typescript.mjs';
import { startWorker } from './worker.mjs';
import { checkYaml } from './yaml.mjs';

const PARSERS = { json: checkJson, yaml: checkYaml };

/**
 * Runs the blocks of a plan; two workers share those that need Python, a database or Redis.
 * @param {import('../plan/plan.mjs').Plan} plan
 * @param {{ root: string, tools: import('../environment/tools.mjs').Tools, venv: string, folder: string, servers: { postgres: string, redis: string }[] }} setting
 * `servers` has an entry for each worker
 * @param {(text: string) => void} progress
 * @returns {Promise<import('./settle.mjs').Outcome[]>}
 */
export async function runBlocks(plan, setting, progress) {
  const { root, tools, venv, folder, servers } = setting;
  const jobs = makeJobs(plan, folder);
  const outcomes = parseBlocks(plan.run);
  let done = 0;
  const next = jobs.values();
  const work = async (own, index) => {
    const worker = startWorker({ root, venv, folder: path.join(folder, `worker-${index}`), servers: own });
    try {
      for (const job of next) {
        if (isEnding()) return;
        progress(`${++done}/${jobs.length} ${job.file}`);
        outcomes.push(...(await job.run(worker)));
      }
    } finally {
      await worker.stop();
    }
  };
  const used = servers.slice(0, jobs.length).map(work);
  outcomes.push(...(await runTools(plan.run, root, tools, folder)));
  await Promise.all(used);
  return outcomes;
}

function parseBlocks(blocks) {
  return blocks
    .filter(({ language }) => language in PARSERS)
    .map((block) => {
      const problems = PARSERS[block.language](block);
      return settle({ language: block.language, file: block.file, blocks: [block] }, { problems, ran: [0] });
    });
}

/** Each tool takes all blocks of its language at once. */
async function runTools(blocks, root, tools, folder) {
  const checks = {
    sh: (own) => checkShell(own, 'sh', tools.shellcheck, path.join(folder, 'sh')),
    bash: (own) => checkShell(own, 'bash', tools.shellcheck, path.join(folder, 'bash')),
    typescript: (own) => checkTypeScript(own, root, path.join(folder, 'typescript')),
  };
  const outcomes = [];
  for (const [language, check] of Object.entries(checks)) {
    const own = blocks.filter((block) => block.language === language);
    if (own.length === 0) continue;
    const { problems, ran } = await check(own);
    for (const [index, block] of own.entries()) {
      const found = problems.filter((problem) => problem.block === index).map((problem) => ({ ...problem, block: 0 }));
      const unit = { language, file: block.file, blocks: [block] };
      outcomes.push(settle(unit, { problems: found, ran: ran.includes(index) ? [0] : [] }));
    }
  }
  return outcomes;
}
