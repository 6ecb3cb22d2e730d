import path from 'node:path';
import { readNames } from '../../definition/frontmatter-schema.js';
import type { AgentDefinition } from '../../definition/model.js';
import { type Finding, finding } from '../finding.js';
import type { CheckContext } from './context.js';

/** Skills that `skills:` names and the client cannot preload; one of a plugin (`plugin:skill`) lies elsewhere. */
export function checkPreloadedSkills({ frontmatter }: AgentDefinition, { access, layout }: CheckContext): Finding[] {
  return readNames(frontmatter.values.skills, 'skills').flatMap(({ name: skill, path: at }) => {
    if (skill.includes(':') || access.stat(path.join(layout.root, 'skills', skill, 'SKILL.md'))) return [];
    const looked = `${layout.isClaudeFolder ? '.claude/' : ''}skills/${skill}/SKILL.md`;
    return [finding('agent-skill-missing', frontmatter.locateWord(at, skill), { skill, looked })];
  });
}
