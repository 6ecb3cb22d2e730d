/** What the client made of one case. */
export interface CaseResult {
  loaded: boolean;
  /** Whether the part that the case is about had its effect; absent when there is no such part, or nothing can tell. */
  taken?: boolean;
  /** The gravest level at which the debug log names the file or the agent. The client tells the user nothing of it. */
  said: 'nothing' | 'debug' | 'warn' | 'error';
  /** What was seen, in a sentence. */
  seen: string;
}

/** The committed table. */
export interface Results {
  client: string;
  platform: string;
  measuredOn: string;
  cases: Record<string, CaseResult>;
}

export function sortResults<Value>(results: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
}
