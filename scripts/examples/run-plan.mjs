import { isEnding, temporaryFolder } from './environment/cleanup.mjs';
import { EnvironmentProblem } from './environment/environment-problem.mjs';
import { startPostgres } from './environment/postgres.mjs';
import { startRedis } from './environment/redis.mjs';
import { findTools } from './environment/tools.mjs';
import { makeVenv } from './environment/venv.mjs';
import { findBlocks } from './find/blocks.mjs';
import { plan as makePlan } from './plan/plan.mjs';
import { report } from './report/report.mjs';
import { color, progress } from './report/terminal.mjs';
import { runBlocks } from './run/run-blocks.mjs';
import { runService } from './run/service.mjs';

const WORKERS = 2;

/**
 * Finds, plans, runs and reports.
 * @param {string} root
 * @param {{ filters: string[], service: boolean }} asked
 * @returns {Promise<number>} the exit code: 0, or 1 where something failed
 */
export async function runPlan(root, { filters, service }) {
  const plan = choose(root, filters);
  const tools = await findTools();
  const venv = await makeVenv(root, tools, console.log);
  progress('starting PostgreSQL and Redis');
  const folder = temporaryFolder('examples');
  const servers = await Promise.all(Array.from({ length: WORKERS }, () => startServers(tools)));
  const setting = { root, tools, venv, folder, servers };

  const outcomes = await runBlocks(plan, setting, progress);
  progress(service ? 'the suite of examples/backend-service' : '');
  const suite = service && !isEnding() ? await runService(setting) : undefined;
  progress('');
  if (isEnding()) return 1;
  const { text, failed } = report(plan, outcomes, suite, color);
  console.log(text.join('\n'));
  return failed > 0 ? 1 : 0;
}

/** Each worker has its own: roles, channels and settings belong to a whole server. */
async function startServers({ postgres, redis }) {
  return { postgres: await startPostgres(postgres), redis: await startRedis(redis) };
}

/** Without a file or a block there is nothing that could fail: that is no success. */
function choose(root, filters) {
  const { files, blocks } = findBlocks(root);
  const isChosen = (file) => filters.length === 0 || filters.some((filter) => file.includes(filter));
  if (!files.some(isChosen)) {
    throw new EnvironmentProblem(`No file of agents/ or skills/ has ${filters.join(' or ')} in its path.`);
  }
  const plan = makePlan(blocks, isChosen);
  if (filters.length === 0 && plan.run.length === 0) throw new EnvironmentProblem('No code block was found.');
  return plan;
}
