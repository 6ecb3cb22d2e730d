/** What a finding is about; the order here is the order of the report. */
export const CHECKS = [
  'node',
  'client',
  'hooks-enabled',
  'agent',
  'hook',
  'routing',
  'mcp-server',
  'context',
  'definition',
] as const;
export type Check = (typeof CHECKS)[number];

/** A `warning` names what the agent works without; with a `problem` something does not work that was promised. */
export type Status = 'ok' | 'warning' | 'problem';

/** What one check found. */
export interface Finding {
  check: Check;
  status: Status;
  /** One sentence; it may hold text from files of the repository. */
  message: string;
  /** What to do about it. */
  remedy?: string;
  /** How long what was started has run, in milliseconds. */
  durationMs?: number;
}

/** How many findings there are of each status. */
export function countFindings(findings: readonly Finding[]): Record<Status, number> {
  const count = (status: Status) => findings.filter((finding) => finding.status === status).length;
  return { ok: count('ok'), warning: count('warning'), problem: count('problem') };
}
