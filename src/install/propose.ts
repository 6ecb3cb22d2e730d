import { noteAnswers } from '../answers/answer-notes.js';
import type { Answers } from '../answers/answers.js';
import type { FoundBackend } from '../answers/find-backend.js';
import { findHookStarter } from '../answers/find-hook-starter.js';
import { type AnswerOptions, type KnownNames, resolveAnswers } from '../answers/read-options.js';
import { baseOf, type Root } from '../transaction/root.js';
import { findHookObstacles } from './hook-obstacles.js';
import { readHookSurroundings } from './hook-surroundings.js';
import { readManifest } from './inspect.js';
import { listKnownNames } from './known-names.js';
import type { Manifest } from './manifest.js';
import { type Payload, readPayload } from './payload.js';
import type { Plan } from './plan/plan.js';
import { adapt, preparePlan } from './prepare.js';

/** What an installation would be made of if nobody said anything more. */
export interface Proposal {
  root: Root;
  payload: Payload;
  recorded: Manifest | undefined;
  known: KnownNames;
  found: FoundBackend | undefined;
  answers: Answers;
}

/**
 * Reads what is shipped, recorded and found in the repository.
 *
 * @throws {UsageError} for an option that is none
 */
export async function proposeInstall(
  packageRoot: string,
  root: Root,
  options: AnswerOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Proposal> {
  const payload = readPayload(packageRoot);
  const recorded = readManifest(root);
  const known = listKnownNames(payload);
  const found = await findBackendFor(root, recorded, options);
  const answers = resolveAnswers(options, recorded?.answers, found, known, findHookStarter(env));
  return { root, payload, recorded, known, found, answers };
}

/** Looks for the backend where nobody has said yet where it is, or says another place now. */
async function findBackendFor(
  root: Root,
  recorded: Manifest | undefined,
  { backendRoot, scope }: AnswerOptions,
): Promise<FoundBackend | undefined> {
  if (scope === 'user' || (recorded && backendRoot === undefined)) return undefined;
  const { findBackend } = await import('../answers/find-backend.js');
  return findBackend(baseOf(root));
}

/** The way from what is there to the proposal, with the answers that count in the end. */
export function planProposal({ root, payload }: Proposal, answers: Answers, force: boolean): Plan {
  const desired = adapt(payload, answers);
  return preparePlan(root, { desired, recorded: readManifest(root), force }).plan;
}

/** What a user should know besides the plan: answers that nobody gave, and what keeps hooks from running here. */
export function noteProposal(
  { root, recorded, found }: Proposal,
  answers: Answers,
  { backendRoot }: AnswerOptions,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  const origin = { isUpgrade: recorded !== undefined, isNamed: backendRoot !== undefined, found };
  const surroundings = answers.scope === 'user' ? undefined : readHookSurroundings(baseOf(root), env);
  return [...noteAnswers(answers, origin), ...(surroundings ? findHookObstacles(surroundings) : [])];
}
