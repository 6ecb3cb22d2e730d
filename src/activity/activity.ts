/** A time as it was recorded, and the same as ISO 8601 in UTC; undefined where the text does not say a certain one. */
export interface Moment {
  text: string;
  iso?: string;
}

/** How the tool calls of a run stand to the budgets of the definition. */
export type BudgetVerdict =
  | 'kept'
  | 'over'
  /** There were at least as many as were counted; a budget that holds those may have been exceeded. */
  | 'uncertain'
  /** The definition has no budgets. */
  | 'no-budgets'
  | 'not-counted';

/** What a run called. `budget` is the smallest one that it kept, with its largest number of calls where that is known. */
export interface ToolCalls {
  count: number;
  complete: boolean;
  budget?: { task: string; max?: number };
}

/** How many entries of each kind the report of a run holds. */
export interface ReportCounts {
  endpoints: number;
  models: number;
  middleware: number;
}

/** One run of an agent. */
export interface Run {
  /** 1 for the oldest. */
  number: number;
  id: string;
  agent: string;
  at: Moment;
  standing: 'completed' | 'pending';
  /** As the report names it: a text as a rule, null where it names none. */
  feature: unknown;
  verdict: BudgetVerdict;
  toolCalls?: ToolCalls;
  /** Files that it changed although the Boundaries exclude them. */
  outside: string[];
  blockers: string[];
  counts: ReportCounts;
  /** What its report holds besides: keys that have no list of their own. */
  more: Record<string, unknown>;
  /** What is recorded of it besides. */
  record: Record<string, unknown>;
}

/** One entry of a list in a report. */
export interface Entry<Key extends string = never> {
  /** Number of the run that reported it. */
  run: number;
  /** The keys that such an entry is known to have, without those that are null. */
  fields: Partial<Record<Key, unknown>>;
  /** What else it holds: its further keys, or all of it where it is no object. */
  more?: unknown;
}

export interface RecordedDecision {
  agent: string;
  /** Number of the run that took it, where that is on record. */
  run?: number;
  at: Moment;
  decision: string;
  reason?: string;
  /** Whether it is among those that reach an agent; unknown where these cannot be read. */
  standing: 'active' | 'withdrawn' | 'unknown';
  more: Record<string, unknown>;
}

export interface RecordedHandoff {
  id: string;
  from: string;
  to: string;
  purpose: string;
  run?: number;
  feature: unknown;
  status: 'pending' | 'closed';
  since: Moment;
  closedAt?: Moment;
  /** The keys of the report that are handed over. */
  keys: string[];
  /** What it says otherwise than the report of its run, or besides it, and keys that are not ours. */
  more: Record<string, unknown>;
}

/** The largest number of calls of a kind of task, by agent. */
export type Budgets = Readonly<Record<string, readonly { task: string; max: number }[]>>;

/** A file that could not be used, relative to the repository, and why. */
export interface Fault {
  file: string;
  /** `newer`: a later version of this package wrote it. */
  kind: 'unreadable' | 'newer';
  reason: string;
}

/** What the reports of runs list. */
export interface ReportLists {
  endpoints: Entry<'method' | 'path' | 'auth' | 'rate_limit'>[];
  models: Entry<'name' | 'table' | 'fields'>[];
  middleware: Entry<'name' | 'config'>[];
  security: Entry[];
  tests: Entry[];
}

/** What an agent did in a repository, by what the hooks recorded. Lists are newest first, entries of a run in its order. */
export interface Activity extends ReportLists {
  runs: Run[];
  decisions: RecordedDecision[];
  handoffs: RecordedHandoff[];
  budgets: Budgets;
  /** Keys of the files themselves that are not ours. */
  more: Record<string, unknown>;
  faults: Fault[];
  /** Files that the hooks could not read and moved aside, relative to the repository. */
  keptAside: string[];
}
