import { countFindings, type Finding } from '../doctor/finding.js';

/** What was found as one JSON document. */
export function formatDoctorJson(directory: string, version: string, findings: readonly Finding[]): string {
  const { ok, warning, problem } = countFindings(findings);
  const summary = { ok, warnings: warning, problems: problem };
  return `${JSON.stringify({ command: 'doctor', directory, version, findings, summary }, null, 2)}\n`;
}
