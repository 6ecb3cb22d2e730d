import type { ClientRun } from '../test/client/run-client.js';
import { messagesText, systemText } from '../test/client/scripted-api.js';
import { bodyOf, type Case } from './case.js';
import { gravest, linesAbout, namesUnknownKeys, unrecognizedKeys } from './debug-log.js';
import { answerTo, descriptionOf, listedAgents, offeredTools, sessionRequests } from './requests.js';
import { caseOf } from './session-script.js';

/** Everything that one run of the client shows of one case. */
export interface Sighting {
  loaded: boolean;
  /** The gravest line of the debug log that names the file or the agent. */
  said: 'nothing' | 'debug' | 'warn' | 'error';
  description?: string;
  /** Sorted; those that wait behind ToolSearch included. */
  tools: string[];
  model?: string;
  sessionModel?: string;
  effort?: string;
  sessionEffort?: string;
  permissionMode?: string;
  turns: number;
  /** The client has the agent and does not start it, for its list of tools comes to nothing. */
  refused: boolean;
  /** Sorted. */
  skills: string[];
  hookRan: boolean;
  /** What `promptColor` gives. */
  color?: string;
  memory?: 'user' | 'project' | 'local';
  background: boolean;
  worktree: boolean;
  instructed: boolean;
  system: string;
  firstMessage: string;
  cacheTtl: string;
  /** Keys that the client says it does not recognize; absent where it says so of none. */
  unrecognized?: string[];
  /** The lines of the debug log that name the file or the agent. */
  lines: string[];
}

/** The raw outcome of a run: the client's, the payloads of the observing hook, and the marks that hooks left. */
export interface RunRecord {
  run: ClientRun;
  payloads: Record<string, unknown>[];
  marks: ReadonlySet<string>;
  /** What interactive sessions show, by case. */
  colors: ReadonlyMap<string, string>;
}

/** How long the API caches what a request marks without a time. */
const DEFAULT_TTL = '5m';

/** A line of a CLAUDE.md in every repository of a measurement. */
export const INSTRUCTION = 'Instruction of the project: count to seven.';

export function sight(found: Case, { run, payloads, marks, colors }: RunRecord): Sighting {
  const own = found.asSession ? sessionRequests(run.requests) : run.requests.filter((one) => caseOf(one) === found.id);
  const [first] = own;
  const payload = payloads.find(({ agent_type }) => agent_type === found.agent);
  const lines = linesAbout(found, run.debugLog);
  const system = first ? systemText(first) : '';
  const text = first ? messagesText(first) : '';
  const listed = listedAgents(run);
  const known = found.knownByBody ? system.includes(bodyOf(found.id)) : listed.has(found.agent);
  const session = sessionRequests(run.requests)[0];
  const description = descriptionOf(found.agent, session);
  const effort = first?.output_config?.effort;
  const sessionEffort = session?.output_config?.effort;
  const color = colors.get(found.id);
  const scope = memoryScope(system, text);
  const result = answerTo(found.id, run.requests);
  return {
    loaded: known,
    said: gravest(lines),
    lines,
    ...(description !== undefined && { description }),
    tools: first ? offeredTools(first) : [],
    ...(first && { model: first.model }),
    ...(session && { sessionModel: session.model }),
    ...(effort !== undefined && { effort: String(effort) }),
    ...(sessionEffort !== undefined && { sessionEffort: String(sessionEffort) }),
    ...(typeof payload?.permission_mode === 'string' && { permissionMode: payload.permission_mode }),
    turns: own.length,
    refused: result.includes('would be spawned with zero tools'),
    skills: [...text.matchAll(/^Base directory for this skill: (.*)$/gm)].map(([, at]) => lastName(at ?? '')).sort(),
    hookRan: marks.has(found.id),
    ...(color && { color }),
    ...(scope && { memory: scope }),
    background: /launched successfully|running in the background/i.test(result),
    worktree: own.some((one) =>
      /directory: [^\n]*[\\/]worktrees[\\/]/.test(`${systemText(one)}\n${messagesText(one)}`),
    ),
    instructed: text.includes(INSTRUCTION),
    system,
    firstMessage: text,
    cacheTtl: /"ttl":"(\w+)"/.exec(JSON.stringify(first ?? {}))?.[1] ?? DEFAULT_TTL,
    ...(namesUnknownKeys(run.debugLog) && { unrecognized: unrecognizedKeys(lines) }),
  };
}

function memoryScope(system: string, text: string): Sighting['memory'] {
  const folder = /(client-home-\w+|\.claude)[\\/](?:\.claude[\\/])?agent-memory(-local)?[\\/]/.exec(
    `${system}\n${text}`,
  );
  if (!folder) return undefined;
  if (folder[2]) return 'local';
  return folder[1]?.startsWith('client-home-') ? 'user' : 'project';
}

const lastName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
