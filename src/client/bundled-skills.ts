/** Skills that the client (2.1.330) brings along, as it lists them at the start of a session. */
export const BUNDLED_SKILLS: ReadonlySet<string> = new Set([
  'batch',
  'claude-api',
  'code-review',
  'dataviz',
  'debug',
  'deep-research',
  'doctor',
  'fewer-permission-prompts',
  'loop',
  'plugin-authoring',
  'run',
  'run-skill-generator',
  'simplify',
  'update-config',
  'verify',
  'workflow-authoring',
]);
