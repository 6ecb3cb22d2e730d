import { isoTime } from '../../context/iso-time.js';
import { publishOutcome } from '../../context/publish.js';
import type { Outcome, TaskRecord } from '../../context/schemas/outcome.js';
import type { Budget } from '../../definition/model.js';
import { type HookResult, SILENT } from '../result.js';
import { type StopContext, stopHook } from './stop-hook.js';
import { type RunFacts, readRun } from './transcript.js';

/** Records an accepted report as a completed task with its decisions, a failed run as a pending one with its blockers. */
export const contextPublisher = stopHook('context-publisher', publishContext);

async function publishContext(context: StopContext): Promise<HookResult> {
  const { agent, verdict, contextFolder, now } = context;
  if (verdict.kind === 'sent-back' || verdict.kind === 'unchecked') return SILENT;
  const run = { id: context.run, agent, at: isoTime(now) };
  const { record, notes } = await observeRun(context);
  const outcome: Outcome =
    verdict.kind === 'accepted'
      ? { kind: 'completed', run, record, report: verdict.report }
      : { kind: 'pending', run, record, blockers: verdict.reasons };
  notes.push(...publishOutcome(contextFolder, outcome));
  if (notes.length === 0) return SILENT;
  return { kind: 'tell-user', message: `context-publisher: ${agent}: ${notes.join('; ')}.` };
}

/** What the run did, as far as the record and the user should know. */
async function observeRun(context: StopContext): Promise<{ record: TaskRecord; notes: string[] }> {
  const { payload, definition } = context;
  const facts = payload.transcript === undefined ? undefined : readRun(payload.transcript);
  if (!facts) return { record: {}, notes: [] };
  const outside = await findOutside(context, facts);
  const budget = findBudget(facts.toolCalls, definition.budgets);
  const notes: string[] = [];
  if (outside.length > 0) notes.push(`files outside the Boundaries were changed during the run: ${shorten(outside)}`);
  if (!budget && definition.budgets.length > 0) {
    const largest = Math.max(...definition.budgets.map(({ max }) => max));
    notes.push(`${facts.toolCalls} tool calls, over the largest budget of Resource Scaling (${largest})`);
  }
  return {
    record: {
      tool_calls: { count: facts.toolCalls, complete: facts.complete, budget: budget?.task ?? null },
      ...(outside.length > 0 ? { outside_boundaries: outside } : {}),
    },
    notes,
  };
}

/** Files that changed in a run with a shell though the Boundaries forbid them or leave them out. */
async function findOutside(
  { project, definition }: StopContext,
  { startedAt, usedShell }: RunFacts,
): Promise<string[]> {
  // What other tools write, the boundary guard has seen; to start git costs more than all the rest of the hook.
  if (!startedAt || !usedShell || (definition.allowed.length === 0 && definition.forbidden.length === 0)) return [];
  const { listChangedFiles } = await import('./changed-files.js');
  const changed = listChangedFiles(project, startedAt) ?? [];
  const { judgePath } = await import('../../boundaries/judge.js');
  const ours = (file: string) => file.startsWith('.claude/context/');
  return changed.filter((file) => !ours(file) && judgePath(definition, file).kind !== 'allowed');
}

/** The smallest budget that holds this many calls; undefined when they are over the largest. */
function findBudget(count: number, budgets: readonly Budget[]): Budget | undefined {
  return budgets.filter(({ max }) => count <= max).sort((a, b) => a.max - b.max)[0];
}

const MAX_NAMED_FILES = 10;

function shorten(files: readonly string[]): string {
  const named = files.slice(0, MAX_NAMED_FILES).join(', ');
  return files.length > MAX_NAMED_FILES ? `${named} and ${files.length - MAX_NAMED_FILES} more` : named;
}
