import type { Location } from '../../../definition/location.js';
import type { AgentDefinition } from '../../../definition/model.js';
import type { ParsedDefinition } from '../../../definition/parse-definition.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';

/** Fields that the client ignores in the agents of a plugin (2.1.330). */
const IGNORED_IN_PLUGINS = ['hooks', 'mcpServers', 'permissionMode'];

const START = { line: 1, column: 1 };

/** What would keep a file from being an agent elsewhere; in a plugin every file becomes one, named for the file. */
export function findPluginFault(parsed: ParsedDefinition): Finding | undefined {
  const fault = (location: Location, reason: string) => finding('plugin-agent-frontmatter', location, { reason });
  if (parsed.kind === 'invalid-yaml') return fault(parsed.location, `its YAML does not parse: ${parsed.reason}`);
  if (parsed.kind !== 'definition') return fault(START, 'it has no frontmatter that is opened and closed');
  const { values, locate } = parsed.definition.frontmatter;
  const missing = ['name', 'description'].find((field) => typeof values[field] !== 'string' || values[field] === '');
  return missing ? fault(locate([missing]), `its "${missing}" is ${describe(values[missing])}`) : undefined;
}

/** The fields that a plugin cannot set for its agents. */
export function checkPluginAgent({ frontmatter }: AgentDefinition, { layout }: CheckContext): Finding[] {
  if (layout.kind !== 'plugin') return [];
  return IGNORED_IN_PLUGINS.filter((field) => frontmatter.values[field] !== undefined).map((field) =>
    finding('plugin-agent-field', frontmatter.locateKey([field]), { field }),
  );
}
