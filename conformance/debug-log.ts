import type { Case } from './case.js';
import type { CaseResult } from './results.js';

/** An agent in every repository with a key that no client knows: where that draws no word, silence says nothing. */
export const CONTROL = 'unknown-key-control';
export const UNKNOWN_KEY = 'noSuchKey';

/** Whether the client says which keys it does not recognize; early ones do not. */
export const namesUnknownKeys = (debugLog: string) => debugLog.includes(UNKNOWN_KEY);

/** The complaints that name the file or the agent of a case. */
export function linesAbout({ file, agent }: Case, debugLog: string): string[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const quoted = [`[Agent: ${agent}]`, `Agent '${agent}'`, `agent '${agent}'`, `agent:${agent}`];
  return debugLog
    .split(/\n(?=\d{4}-\d\d-\d\dT)/)
    .filter((line) => line.includes(`/${name}`) || quoted.some((text) => line.includes(text)))
    .filter((line) => !QUIET.test(line));
}

/** The gravest level of some lines. */
export function gravest(lines: string[]): CaseResult['said'] {
  const has = (level: string) => lines.some((line) => line.includes(`[${level}]`));
  if (has('ERROR')) return 'error';
  if (has('WARN')) return 'warn';
  return lines.length > 0 ? 'debug' : 'nothing';
}

/** Lines that tell of what works. */
const QUIET =
  /Registered \d+ frontmatter hook|Converting Stop hook|Preloaded skill|Reached max turns|Connected to MCP|\[Stall\]|\[API REQUEST\]/;

/** The keys that the client says it does not recognize. */
export function unrecognizedKeys(lines: string[]): string[] {
  return lines
    .flatMap((line) => line.split('does not recognize or apply: ')[1] ?? [])
    .flatMap((list) => list.split(/, (?![^(]*\))/))
    .map((key) => key.replace(/ \(did you mean.*$/, '').replace(/^"(.*)"$/, '$1'));
}
