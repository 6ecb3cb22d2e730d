/** What the starter scripts pass on. */
export const HOOK_NAMES = [
  'boundary-guard',
  'prompt-router',
  'agent-start',
  'output-validator',
  'context-publisher',
  'handoff-preparer',
] as const;

export type HookName = (typeof HOOK_NAMES)[number];

export function isHookName(name: string): name is HookName {
  return (HOOK_NAMES as readonly string[]).includes(name);
}
