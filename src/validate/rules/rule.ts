/**
 * What the client makes of a defect. *not loaded*: the file counts for nothing; *ignored*: that part of it does;
 * *degraded*: it runs, but not as written; *risky*: it works here and breaks elsewhere; *style*: it only reads badly.
 */
export type Effect = 'not loaded' | 'ignored' | 'degraded' | 'risky' | 'style';

export type Severity = 'error' | 'warning' | 'info';

/** A rule's entry in the catalogue; `Data` is what its check finds, and all that the wording may use. */
export interface Rule<Data> {
  effect: Effect;
  message(data: Data): string;
  help(data: Data): string;
  /** Whether `--fix` can put this case right: only where that is mechanical and changes nothing else. */
  fixable?(data: Data): boolean;
}

/** Keeps the types of a table of rules, so that each check is held to the data of its rule. */
export function rules<const Table extends { [id: string]: Rule<never> }>(table: Table): Table {
  return table;
}

export const quote = (value: unknown): string => `"${String(value)}"`;

export const list = (values: readonly string[]): string => values.join(', ');

/** The end of a sentence that names what was probably meant. */
export const didYouMean = (name: string | undefined): string => (name ? `; did you mean ${quote(name)}?` : '.');
