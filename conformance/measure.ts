import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { clientBinary, runClient } from '../test/client/run-client.js';
import type { Case } from './case.js';
import { observe } from './observe.js';
import { type PlannedRun, planRuns } from './plan-runs.js';
import { promptColor } from './prompt-color.js';
import { makeRepository } from './repository.js';
import { type CaseResult, sortResults } from './results.js';
import { PROMPT, scriptOf } from './session-script.js';
import { type RunRecord, sight } from './sighting.js';

export interface MeasureOptions {
  /** Path of a client; the pinned one where nothing is said. */
  binary?: string;
  /** Another client than the pinned one may have agents that it does not start; that is then its result. */
  isOld?: boolean;
  /** Called after each run. */
  onProgress?(done: number, total: number): void;
}

/** Clients that run at the same time. */
const PARALLEL = 2;

/** Runs the client over all cases and says of each what was seen. */
export async function measure(
  cases: readonly Case[],
  options: MeasureOptions = {},
): Promise<Record<string, CaseResult>> {
  const results = await measureOnce(cases, options);
  const missing = cases.filter(({ id }) => !results[id]);
  // A session that is short of time may end before all of its agents have started.
  const again = missing.length > 0 ? await measureOnce(missing, options) : {};
  for (const { id } of missing) {
    const result = again[id];
    if (!result && !options.isOld) throw new Error(`The agent of ${id} is loaded and was never started.`);
    results[id] = result ?? { loaded: true, said: 'nothing', seen: 'was not started' };
  }
  return sortResults(results);
}

async function measureOnce(
  cases: readonly Case[],
  { binary, onProgress }: MeasureOptions,
): Promise<Record<string, CaseResult>> {
  const runs = planRuns(cases);
  const results: Record<string, CaseResult> = {};
  const waiting = [...runs];
  let done = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const record = await recordRun(next, binary);
      for (const one of next.cases) {
        const result = resultOf(one, record);
        if (result) results[one.id] = result;
      }
      done += 1;
      onProgress?.(done, runs.length);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return results;
}

/** Runs of a busy machine that may be cut short before a measurement is given up. */
const ATTEMPTS = 3;

/** One run of the client in a repository of its own, from its start to its result. */
export async function recordRun(planned: PlannedRun, binary?: string): Promise<RunRecord> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await attemptRun(planned, binary);
    if (record.run.events.some(({ type }) => type === 'result')) return record;
    if (attempt === ATTEMPTS) {
      const ids = planned.cases.map(({ id }) => id).join(', ');
      throw new Error(
        `The client ended without a result (exit ${record.run.exitCode}) on ${ids}. ${record.run.stderr}`,
      );
    }
  }
}

async function attemptRun({ cases }: PlannedRun, binary?: string): Promise<RunRecord> {
  const repository = await makeRepository(cases);
  try {
    const session = cases.find(({ asSession }) => asSession);
    const run = await runClient({
      project: repository.root,
      script: scriptOf(cases),
      prompt: PROMPT,
      hookEvents: false,
      args: ['--permission-mode', 'default', ...(session ? ['--agent', session.agent] : []), ...(cases[0]?.args ?? [])],
      ...(binary && { binary }),
    });
    const payloads = await Promise.all(
      (await readdir(repository.payloads)).map(async (file) =>
        JSON.parse(await readFile(path.join(repository.payloads, file), 'utf8')),
      ),
    );
    const colors = new Map<string, string>();
    for (const { id, agent } of cases.filter(({ observe }) => observe?.kind === 'colored')) {
      const color = await promptColor(binary ?? clientBinary, repository.root, agent);
      if (color) colors.set(id, color);
    }
    return { run, payloads, marks: new Set(await readdir(repository.marks)), colors };
  } finally {
    await repository.remove();
  }
}

/** Undefined where the agent is loaded and nothing more was seen of it, which is a fault of the measurement. */
function resultOf(one: Case, record: RunRecord): CaseResult | undefined {
  const sighting = sight(one, record);
  const { loaded, said } = sighting;
  if (!loaded) return { loaded, said, seen: 'not among the agents of the session' };
  if (!one.observe) return { loaded, said, seen: `listed as ${JSON.stringify(one.agent)}` };
  if (sighting.refused) {
    return { loaded, said, taken: false, seen: 'the client refuses to start it, for it would have no tools' };
  }
  if (sighting.turns === 0) return undefined;
  return { loaded, said, ...observe(one.observe, sighting) };
}
