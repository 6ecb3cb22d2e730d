/** Agents that the client (2.1.330) brings along; a file with one of these names takes its place without a message. */
export const BUILT_IN_AGENTS: ReadonlySet<string> = new Set([
  'claude',
  'Explore',
  'general-purpose',
  'Plan',
  'statusline-setup',
]);
