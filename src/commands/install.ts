import type { Answers } from '../answers/answers.js';
import type { AnswerOptions } from '../answers/read-options.js';
import { checkScope, findRoot, type PlaceOptions } from '../install/find-root.js';
import { noteProposal, type Proposal, planProposal, proposeInstall } from '../install/propose.js';
import type { Environment, ExitCode } from '../streams.js';
import { carryOut, type PlanOptions } from './carry-out.js';
import { settleInterrupted } from './settle.js';

export type InstallOptions = PlanOptions & PlaceOptions & AnswerOptions;

/** Brings a repository to this version of the agent. */
export async function install(
  environment: Environment,
  dir: string | undefined,
  options: InstallOptions,
): Promise<ExitCode> {
  const root = findRoot(environment, dir, options);
  checkScope(environment.env, root, options);
  await settleInterrupted(environment, root);
  const proposal = await proposeInstall(environment.packageRoot, root, options, environment.env);
  const answers = mayAsk(environment, proposal, options) ? await ask(environment, proposal) : proposal.answers;
  const notes = noteProposal(proposal, answers, options, environment.env);
  const { version } = proposal.payload;
  const prepare = () => ({ version, plan: planProposal(proposal, answers, options.force === true), notes });
  return carryOut(environment, { command: 'install', root, prepare }, options);
}

/** Only the first time, on a terminal, and where no option has answered already. */
function mayAsk(environment: Environment, { recorded }: Proposal, options: InstallOptions): boolean {
  const { yes, dryRun, format, backendRoot, skills, router, mcp } = options;
  const isAnswered =
    [backendRoot, skills].some((value) => value !== undefined) || router === false || mcp !== undefined;
  if (recorded || yes || dryRun || format !== 'text' || isAnswered) return false;
  return environment.stdin.isTTY === true && environment.stderr.isTTY === true;
}

async function ask(environment: Environment, { answers, known, found }: Proposal): Promise<Answers> {
  const { askAnswers } = await import('../answers/ask.js');
  return askAnswers(environment, answers, { ...known, ...(found ? { found } : {}) });
}
