import path from 'node:path';
import type { DefinitionBody } from '../definition/model.js';
import { agentName, readInstalledDefinition } from './installed-definition.js';
import type { HookPayload } from './payload.js';

export interface HookInput {
  payload: HookPayload;
  /** Folder of the installed agent files. */
  agentsFolder: string;
  /** `CLAUDE_PROJECT_DIR`; the payload's `cwd` stands in for it. */
  projectDir: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  now: Date;
}

/** The project that a hook works in, and the agent that it works for. */
export interface AgentContext extends HookInput {
  agent: string;
  definition: DefinitionBody;
  project: string;
  /** `.claude/context` of the project. */
  contextFolder: string;
}

/** @throws {Error} when the payload names no agent or project, or the agent is not installed */
export function findAgent(input: HookInput): AgentContext {
  const { payload, agentsFolder } = input;
  if (!payload.agentType) throw new Error('the payload names no agent_type');
  const agent = agentName(payload.agentType);
  const definition = readInstalledDefinition(agentsFolder, agent);
  if (!definition) throw new Error(`no agent file in ${agentsFolder} has the name ${agent}`);
  const project = findProject(input);
  return { ...input, agent, definition, project, contextFolder: contextFolder(project) };
}

/** @throws {Error} when there is none */
export function findProject({ projectDir, payload }: HookInput): string {
  const project = projectDir || payload.cwd;
  if (project && path.isAbsolute(project)) return project;
  throw new Error('neither CLAUDE_PROJECT_DIR nor the payload names a project');
}

export function contextFolder(project: string): string {
  return path.join(project, '.claude', 'context');
}
