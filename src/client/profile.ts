import { BUILT_IN_AGENTS } from './built-in-agents.js';
import { SETTINGS_EVENTS } from './hooks.js';
import { KNOWN_TOOLS } from './tools.js';

/** What one version of the client has; everything that a rule asks of a version stands here. */
export interface ClientProfile {
  version: string;
  /** Tools that an agent may list, the older names included that it still takes. */
  tools: ReadonlySet<string>;
  builtInAgents: ReadonlySet<string>;
  /** Hook events that it knows. */
  events: ReadonlySet<string>;
}

export const LATEST_CLIENT: ClientProfile = {
  version: '2.1.330',
  tools: KNOWN_TOOLS,
  builtInAgents: BUILT_IN_AGENTS,
  events: SETTINGS_EVENTS,
};
