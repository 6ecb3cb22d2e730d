import type { AgentDefinition } from '../../definition/model.js';
import { parseDefinition } from '../../definition/parse-definition.js';
import { type Finding, finding } from '../finding.js';
import type { CheckContext } from './context.js';
import { checkFields } from './fields.js';
import { checkHooks } from './hooks.js';
import { checkPreloadedSkills } from './preloaded-skills.js';
import { checkSections } from './sections.js';
import { splitFinding } from './split.js';
import { checkTools } from './tools.js';

const CHECKS: readonly ((definition: AgentDefinition, context: CheckContext) => Finding[])[] = [
  checkFields,
  checkTools,
  checkPreloadedSkills,
  checkHooks,
  checkSections,
];

/** Everything about one agent file; the definition comes back for the checks that look across files. */
export function checkAgent(text: string, context: CheckContext): { findings: Finding[]; definition?: AgentDefinition } {
  const parsed = parseDefinition(text);
  if (parsed.kind !== 'definition' && parsed.kind !== 'invalid-yaml') return { findings: [splitFinding(parsed)] };
  const fence = parsed.earlyFence ? [finding('frontmatter-early-fence', parsed.earlyFence, {})] : [];
  if (parsed.kind === 'invalid-yaml') {
    return { findings: [...fence, finding('frontmatter-yaml', parsed.location, { reason: parsed.reason })] };
  }
  const { definition } = parsed;
  return { definition, findings: [...fence, ...CHECKS.flatMap((check) => check(definition, context))] };
}
