import path from 'node:path';
import { publishContext } from './context-publisher.js';
import { prepareHandoff } from './handoff-preparer.js';
import type { HookResult, StopHook } from './hook.js';
import { agentName, readInstalledDefinition } from './installed-definition.js';
import { validateOutput } from './output-validator.js';
import { parseStopPayload } from './payload.js';
import { judgeStop } from './verdict.js';

const HOOKS = {
  'output-validator': validateOutput,
  'context-publisher': publishContext,
  'handoff-preparer': prepareHandoff,
} satisfies Record<string, StopHook>;

export interface HookInput {
  /** Name of the hook to run. */
  name: string;
  /** The client's payload. */
  stdin: string;
  /** Folder of the installed agent files. */
  agentsFolder: string;
  /** `CLAUDE_PROJECT_DIR`; the payload's `cwd` stands in for it. */
  projectDir: string | undefined;
  now: Date;
}

/** Runs one hook. Whatever goes wrong inside becomes a message to the user: a hook never takes the agent down. */
export function runHook(input: HookInput): HookResult {
  try {
    return run(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'tell-user', message: `${input.name}: the hook did not run: ${reason}` };
  }
}

function run({ name, stdin, agentsFolder, projectDir, now }: HookInput): HookResult {
  if (!isHook(name)) throw new Error(`there is no hook of that name; there are ${Object.keys(HOOKS).join(', ')}`);
  const payload = parseStopPayload(stdin);
  if (!payload) throw new Error('the payload on stdin is not a JSON object');
  if (!payload.agentType) throw new Error('the payload names no agent_type');
  const agent = agentName(payload.agentType);
  const definition = readInstalledDefinition(agentsFolder, agent);
  if (!definition) throw new Error(`no agent file in ${agentsFolder} has the name ${agent}`);
  const project = projectDir || payload.cwd;
  if (!project || !path.isAbsolute(project))
    throw new Error('neither CLAUDE_PROJECT_DIR nor the payload names a project');
  const contextFolder = path.join(project, '.claude', 'context');
  const verdict = judgeStop(payload, definition.outputFormat);
  return HOOKS[name]({ payload, agent, definition, verdict, contextFolder, now });
}

function isHook(name: string): name is keyof typeof HOOKS {
  return Object.hasOwn(HOOKS, name);
}
