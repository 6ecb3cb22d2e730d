import { UsageError } from '../errors.js';
import { compareVersions } from './features.js';
import { type ClientProfile, LATEST_CLIENT } from './profile.js';
import { CONDITIONAL_TOOLS, TOOL_ALIASES } from './tools.js';
import facts from './version-facts.json' with { type: 'json' };

const MEASURED = Object.keys(facts) as (keyof typeof facts)[];

/**
 * The profile of a version of the client: of the nearest one below it that was measured; without a version, of the latest.
 *
 * @throws {UsageError} for a text that is no version, and for one that is older than all that were measured
 */
export function readProfile(version: string | undefined): ClientProfile {
  if (version === undefined) return LATEST_CLIENT;
  const measured = MEASURED.filter((known) => compareVersions(known, version) <= 0)
    .sort(compareVersions)
    .at(-1);
  if (!/^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version) || !measured) {
    throw new UsageError(
      `There is nothing measured about the client "${version}".`,
      `Name a version from ${MEASURED[0]} on; measured were ${MEASURED.join(', ')}.`,
    );
  }
  if (measured === LATEST_CLIENT.version) return LATEST_CLIENT;
  const { tools, builtInAgents, events } = facts[measured];
  return {
    version: measured,
    // What a session of another kind may offer is nothing to report.
    tools: new Set([...tools, ...CONDITIONAL_TOOLS, ...SEARCH_TOOLS, ...aliasesOf(tools)]),
    builtInAgents: new Set(builtInAgents),
    events: new Set(events),
  };
}

/** Older names of tools that this version has. */
function aliasesOf(tools: readonly string[]): string[] {
  return [...TOOL_ALIASES].flatMap(([alias, tool]) => (tools.includes(tool) ? alias : []));
}

const SEARCH_TOOLS = ['Glob', 'Grep'];
