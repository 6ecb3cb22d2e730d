import { BUNDLED_SKILLS } from '../../../client/bundled-skills.js';
import { MAX_PRELOADED_SKILLS } from '../../../client/limits.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { readNames } from '../../../definition/names.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { findSkill } from '../skill/find-skill.js';

/** What the preloaded skills of one agent may have together before it is said, in bytes; about 6,000 tokens. */
const MAX_PRELOADED_BYTES = 24_000;

/** Skills that `skills:` names: those that the client cannot preload, and what the others cost at every start. */
export function checkPreloadedSkills({ frontmatter }: AgentDefinition, context: CheckContext): Finding[] {
  const names = readNames(frontmatter.values.skills, 'skills');
  let bytes = 0;
  const findings = names.flatMap(({ name: skill, path: at, index }): Finding[] => {
    const location = frontmatter.locateWord(at, skill, index);
    const found = findSkill(skill, context);
    bytes += found?.size ?? 0;
    if (found?.isUsers) return [finding('agent-skill-user-only', location, { skill, file: found.file })];
    if (found?.hiddenBy) return [finding('agent-skill-hidden', location, { skill, because: found.hiddenBy })];
    if (found || BUNDLED_SKILLS.has(skill)) return [];
    const [plugin, name] = skill.split(':');
    if (plugin && name) return [finding('agent-skill-of-plugin', location, { skill, plugin })];
    return [finding('agent-skill-missing', location, { skill, looked: lookedAt(skill, context) })];
  });
  const count = new Set(names.map(({ name }) => name)).size;
  if (count > MAX_PRELOADED_SKILLS) {
    const many = { count, limit: MAX_PRELOADED_SKILLS };
    findings.push(finding('agent-skills-many', frontmatter.locateKey(['skills']), many));
  }
  if (bytes <= MAX_PRELOADED_BYTES) return findings;
  const cost = { bytes, skills: names.length, limit: MAX_PRELOADED_BYTES };
  return [...findings, finding('agent-preload-size', frontmatter.locateKey(['skills']), cost)];
}

function lookedAt(skill: string, { layout }: CheckContext): string {
  return `${layout.root === layout.project ? '' : '.claude/'}skills/${skill}/SKILL.md`;
}
