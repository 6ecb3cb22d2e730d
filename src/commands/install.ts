import type { Answers } from '../answers/answers.js';
import type { FoundBackend } from '../answers/find-backend.js';
import { type AnswerOptions, type KnownNames, resolveAnswers } from '../answers/read-options.js';
import { findUserFiles } from '../client/user-files.js';
import { UsageError } from '../errors.js';
import { findHookObstacles } from '../install/hook-obstacles.js';
import { readHookSurroundings } from '../install/hook-surroundings.js';
import { readManifest } from '../install/inspect.js';
import { listKnownNames } from '../install/known-names.js';
import type { Manifest } from '../install/manifest.js';
import { readPayload } from '../install/payload.js';
import { adapt, preparePlan } from '../install/prepare.js';
import type { Environment, ExitCode } from '../streams.js';
import { baseOf, type Root } from '../transaction/root.js';
import { carryOut, type PlanOptions } from './carry-out.js';
import { findRoot, type PlaceOptions } from './repository.js';
import { settleInterrupted } from './settle.js';

export type InstallOptions = PlanOptions & PlaceOptions & AnswerOptions;

/** Brings a repository to this version of the agent. */
export async function install(
  environment: Environment,
  dir: string | undefined,
  options: InstallOptions,
): Promise<ExitCode> {
  const root = findRoot(environment, dir, options);
  checkScope(environment, root, options);
  const payload = readPayload(environment.packageRoot);
  settleInterrupted(environment, root);
  const recorded = readManifest(root);
  const known = listKnownNames(payload);
  const found = await findBackendFor(root, recorded, options);
  const resolved = resolveAnswers(options, recorded?.answers, found, known);
  const answers = mayAsk(environment, recorded, options) ? await ask(environment, resolved, found, known) : resolved;
  const notes = [
    ...answerNotes(answers, recorded, found, options),
    ...(answers.scope === 'user' ? [] : findHookObstacles(await readHookSurroundings(baseOf(root), environment.env))),
  ];
  const desired = adapt(payload, answers);
  return carryOut(
    environment,
    {
      command: 'install',
      root,
      prepare: () => ({
        version: payload.version,
        plan: preparePlan(root, { desired, recorded: readManifest(root), force: options.force === true }).plan,
        notes,
      }),
    },
    options,
  );
}

/** @throws {UsageError} when the repository is the home: hooks that look for their project would run in every one */
function checkScope({ env }: Environment, { claudeFolder }: Root, { scope }: InstallOptions): void {
  if (scope === 'user' || claudeFolder !== findUserFiles(env).folder) return;
  throw new UsageError(
    `${claudeFolder} is your own folder, which serves every project.`,
    'Install there with --scope user, or name a repository.',
  );
}

/** Looks for the backend where nobody has said yet where it is, or says another place now. */
async function findBackendFor(
  root: Root,
  recorded: Manifest | undefined,
  { backendRoot, scope }: InstallOptions,
): Promise<FoundBackend | undefined> {
  if (scope === 'user' || (recorded && backendRoot === undefined)) return undefined;
  const { findBackend } = await import('../answers/find-backend.js');
  return findBackend(baseOf(root));
}

/** Only the first time, on a terminal, and where no option has answered already. */
function mayAsk({ stdin, stderr }: Environment, recorded: Manifest | undefined, options: InstallOptions): boolean {
  const { yes, dryRun, format, backendRoot, skills, router, mcp } = options;
  const isAnswered =
    [backendRoot, skills].some((value) => value !== undefined) || router === false || mcp !== undefined;
  return (
    !recorded && !yes && !dryRun && format === 'text' && !isAnswered && stdin.isTTY === true && stderr.isTTY === true
  );
}

async function ask(
  environment: Environment,
  defaults: Answers,
  found: FoundBackend | undefined,
  known: KnownNames,
): Promise<Answers> {
  const { askAnswers } = await import('../answers/ask.js');
  return askAnswers(environment, defaults, { ...known, ...(found ? { found } : {}) });
}

function answerNotes(
  { scope, backend, mcp }: Answers,
  recorded: Manifest | undefined,
  found: FoundBackend | undefined,
  { backendRoot }: InstallOptions,
): string[] {
  if (scope === 'user') {
    if (recorded || mcp.length === 0) return [];
    return [
      'MCP servers are left out: yours are in a file that the client rewrites. Add them with "claude mcp add --scope user".',
    ];
  }
  if (recorded || backendRoot !== undefined) return [];
  const folder = backend.root === '.' ? 'the repository itself' : backend.root;
  const how = 'Run again with --backend-root <folder> to name another.';
  if (!found) return [`Backend: ${folder}, because no FastAPI application was found. ${how}`];
  if (found.root !== backend.root || found.app !== backend.app) return [];
  const others = found.others.length > 0 ? ` Others: ${found.others.join(', ')}.` : '';
  return [`Backend: ${folder}, because ${found.evidence} creates a FastAPI application.${others} ${how}`];
}
