import { compareVersions, REFUSALS } from '../../../client/features.js';
import { LATEST_CLIENT } from '../../../client/profile.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { parseDefinition } from '../../../definition/parse-definition.js';
import { isObject } from '../../../is-object.js';
import type { Checked } from '../../file-check.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { checkHookTable } from '../hooks/entries.js';
import { splitFinding } from '../split.js';
import { checkBodyTools } from './body-tools.js';
import { checkClientVersion } from './client-version.js';
import { checkFields } from './fields.js';
import { checkHandoffs } from './handoffs.js';
import { checkMcpServers } from './mcp-servers.js';
import { checkPluginAgent, findPluginFault } from './plugin-agent.js';
import { checkPreloadedSkills } from './preloaded-skills.js';
import { checkSections } from './sections.js';
import { readToolLists, type ToolLists } from './tool-entries.js';
import { checkTools } from './tools.js';

type Check = (definition: AgentDefinition, context: CheckContext, tools: ToolLists) => Finding[];

const CHECKS: readonly Check[] = [
  checkFields,
  checkTools,
  checkMcpServers,
  checkPreloadedSkills,
  checkHooks,
  checkPluginAgent,
  checkSections,
  checkBodyTools,
  checkHandoffs,
];

/** Everything about one agent file; its name comes back for the checks that look across files. */
export function checkAgent(text: string, context: CheckContext): Omit<Checked, 'text'> {
  const parsed = parseDefinition(text);
  if (context.layout.kind === 'plugin') {
    const found = findPluginFault(parsed);
    if (found) return { findings: [found] };
  }
  if (parsed.kind !== 'definition' && parsed.kind !== 'invalid-yaml') return { findings: [splitFinding(parsed)] };
  const fence = parsed.earlyFence ? [finding('frontmatter-early-fence', parsed.earlyFence, {})] : [];
  if (parsed.kind === 'invalid-yaml') {
    return { findings: [...fence, finding('frontmatter-yaml', parsed.location, { reason: parsed.reason })] };
  }
  const { definition } = parsed;
  const { name } = definition.frontmatter.values;
  const tools = readToolLists(definition.frontmatter);
  const isOld = context.client !== LATEST_CLIENT;
  const findings = [
    ...fence,
    ...CHECKS.flatMap((check) => check(definition, context, tools)),
    ...(isOld ? checkClientVersion(definition, text, context) : []),
  ];
  return { findings, ...(typeof name === 'string' ? { name } : {}) };
}

function checkHooks({ frontmatter }: AgentDefinition, context: CheckContext): Finding[] {
  const { hooks } = frontmatter.values;
  if (hooks === undefined || hooks === null) return [];
  if (!isObject(hooks)) {
    const isRefused = compareVersions(context.client.version, REFUSALS.brokenGuards.since) >= 0;
    if (!isRefused) return [finding('settings-hooks', frontmatter.locate(['hooks']), { found: describe(hooks) })];
    return [finding('agent-hooks-malformed', frontmatter.locate(['hooks']), { found: describe(hooks) })];
  }
  const { name } = frontmatter.values;
  const agent = typeof name === 'string' ? name : undefined;
  return checkHookTable({ values: hooks, at: ['hooks'], positions: frontmatter, scope: 'agent', agent }, context);
}
