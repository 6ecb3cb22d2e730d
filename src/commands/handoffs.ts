import path from 'node:path';
import { findUserFiles } from '../client/user-files.js';
import { readHandoffs } from '../context/read-handoffs.js';
import { writeHandoff } from '../context/write-handoff.js';
import { UsageError } from '../errors.js';
import { readAgentNames } from '../install/agent-names.js';
import { resolveRepository } from '../install/find-root.js';
import { formatHandoff, formatHandoffList, type ListedHandoff } from '../reporters/handoffs-text.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import { settleInterrupted } from './settle.js';

export interface HandoffOptions {
  dir: string;
  all?: true;
  format: 'text' | 'json';
}

export async function listHandoffs(environment: Environment, options: HandoffOptions): Promise<ExitCode> {
  const { handoffs, unreadable } = await load(environment, options);
  const listed = options.all ? handoffs : handoffs.filter(({ status }) => status === 'pending');
  const text =
    options.format === 'json' ? toJson({ handoffs: listed, unreadable }) : formatHandoffList(listed, unreadable);
  environment.stdout.write(text);
  return unreadable.length > 0 ? EXIT.findings : EXIT.clean;
}

export async function showHandoff(environment: Environment, id: string, options: HandoffOptions): Promise<ExitCode> {
  const { handoffs } = await load(environment, options);
  const handoff = find(handoffs, id);
  environment.stdout.write(options.format === 'json' ? toJson(handoff) : formatHandoff(handoff));
  return EXIT.clean;
}

export async function closeHandoffs(
  environment: Environment,
  ids: readonly string[],
  options: HandoffOptions,
): Promise<ExitCode> {
  const { handoffs, contextFolder } = await load(environment, options);
  const chosen = ids.map((id) => find(handoffs, id));
  for (const { to_is_installed: _, ...handoff } of chosen) {
    if (handoff.status === 'closed') continue;
    writeHandoff(contextFolder, { ...handoff, status: 'closed', closed_at: new Date().toISOString() });
  }
  const closed = chosen.map(({ id }) => id);
  environment.stdout.write(
    options.format === 'json' ? toJson({ closed }) : closed.map((id) => `closed ${id}\n`).join(''),
  );
  return EXIT.clean;
}

async function load(environment: Environment, { dir }: HandoffOptions) {
  const repository = resolveRepository(environment.cwd, dir);
  await settleInterrupted(environment, { claudeFolder: path.join(repository, '.claude'), followLinks: false });
  const contextFolder = path.join(repository, '.claude', 'context');
  const { handoffs, unreadable } = readHandoffs(contextFolder);
  const { folder } = findUserFiles(environment.env);
  const folders = [path.join(repository, '.claude'), ...(folder === undefined ? [] : [folder])];
  const installed = readAgentNames(folders.map((claudeFolder) => path.join(claudeFolder, 'agents')));
  const listed = handoffs.map((handoff): ListedHandoff => ({ ...handoff, to_is_installed: installed.has(handoff.to) }));
  return { contextFolder, handoffs: listed, unreadable };
}

/** @throws {UsageError} unless exactly one handoff has an id that starts with or contains the given text */
function find(handoffs: readonly ListedHandoff[], id: string): ListedHandoff {
  const exact = handoffs.find((handoff) => handoff.id === id);
  if (exact) return exact;
  const [first, second] = handoffs.filter((handoff) => handoff.id.includes(id));
  if (first && !second) return first;
  if (first)
    throw new UsageError(
      `"${id}" fits more than one handoff.`,
      'Give more of the id; "handoffs list --all" shows them.',
    );
  throw new UsageError(`There is no handoff "${id}".`, 'Run "handoffs list --all" to see which there are.');
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
