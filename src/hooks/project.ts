import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OpenPage } from '../cache/notebook.js';
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
  /** What earlier runs have made of a file. */
  openPage: OpenPage;
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
  const context = findInstalledAgent(input);
  if (!context) throw new Error(`no agent file in ${agentsFolder} has the name ${agentName(payload.agentType)}`);
  return context;
}

/**
 * The same for a hook that also runs for other agents and the main session; for those there is undefined.
 * @throws {Error} when the payload names no project
 */
export function findInstalledAgent(input: HookInput): AgentContext | undefined {
  const { payload, agentsFolder, openPage } = input;
  if (!payload.agentType) return undefined;
  const agent = agentName(payload.agentType);
  const definition = readInstalledDefinition(agentsFolder, agent, openPage);
  if (!definition) return undefined;
  const project = findProject(input);
  return { ...input, agent, definition, project, contextFolder: contextFolder(project) };
}

/** @throws {Error} when there is none */
export function findProject({ projectDir, payload }: HookInput): string {
  if (projectDir && path.isAbsolute(projectDir)) return projectDir;
  const { cwd } = payload;
  if (cwd && path.isAbsolute(cwd) && existsSync(path.join(cwd, '.claude'))) return cwd;
  throw new Error('neither CLAUDE_PROJECT_DIR nor the payload names a project');
}

export function contextFolder(project: string): string {
  return path.join(project, '.claude', 'context');
}
