import { MAX_LISTED_DESCRIPTION } from '../client/limits.js';
import { readNames } from '../definition/names.js';
import { parseDefinition } from '../definition/parse-definition.js';
import { splitFrontmatter } from '../definition/split.js';
import { readYaml } from '../definition/yaml-text.js';
import { composeLine } from '../routing/route-prompt.js';
import { agentLine, hookContext, preloadedSkill, skillLine } from './client-texts.js';

/** Bytes in UTF-8 that an installation adds to what the model reads. */
export interface Cost {
  /** Of every main session. */
  session: { agentLine: number; skillLines: number; total: number };
  /** Of a prompt that is routed, once; 0 without the router. */
  routedPrompt: number;
  /** Of each start of the agent, without what its hooks and MCP servers add. */
  start: { definition: number; preloadedSkills: number; skillLines: number; total: number };
}

export interface SkillText {
  /** Absolute path of its folder, which the client tells the model. */
  folder: string;
  name: string;
  /** The whole SKILL.md. */
  text: string;
}

export interface CostRequest {
  /** The whole agent file. */
  definition: string;
  skills: readonly SkillText[];
  router: boolean;
}

/** Words such as a routed prompt has. */
const SAMPLE_WORDS = ['endpoint', 'rate limiting', 'authentication', 'idempotency'];

/** @returns undefined when the definition is none that the client loads */
export function measureCost({ definition: text, skills, router }: CostRequest): Cost | undefined {
  const parsed = parseDefinition(text);
  const split = splitFrontmatter(text);
  if (parsed.kind !== 'definition' || split.kind !== 'split') return undefined;
  const { name, description, tools, skills: preloaded } = parsed.definition.frontmatter.values;
  const agent = String(name);
  const names = (value: unknown, field: string) => readNames(value, field).map((entry) => entry.name);
  const line = bytes(agentLine(agent, String(description), names(tools, 'tools')));
  const skillLines = bytes(...skills.map((skill) => skillLine(skill.name, descriptionOf(skill.text))));
  const body = bytes(split.body.text.trim());
  const loaded = skills.filter((skill) => names(preloaded, 'skills').includes(skill.name));
  const preloadedSkills = bytes(
    ...loaded.flatMap((skill) => preloadedSkill(skill.name, skill.folder, bodyOf(skill.text))),
  );
  return {
    session: { agentLine: line, skillLines, total: line + skillLines },
    routedPrompt: router ? bytes(hookContext(composeLine(agent, SAMPLE_WORDS))) : 0,
    start: { definition: body, preloadedSkills, skillLines, total: body + preloadedSkills + skillLines },
  };
}

function bytes(...texts: string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function bodyOf(skill: string): string {
  const split = splitFrontmatter(skill);
  return split.kind === 'split' ? split.body.text : skill;
}

function descriptionOf(skill: string): string {
  const split = splitFrontmatter(skill);
  const values = split.kind === 'split' ? readYaml(split.frontmatter.text).values : undefined;
  const description = String((values as { description?: unknown } | undefined)?.description ?? '');
  return description.slice(0, MAX_LISTED_DESCRIPTION);
}
