import type { Location } from '../definition/location.js';
import type { RuleData, RuleId } from './rules/catalogue.js';

/** A file and what is in it. */
export interface Source {
  /** Absolute. */
  file: string;
  text: string;
}

/** What a check found: the rule, the facts, the place. The catalogue turns it into words. */
export interface Finding {
  ruleId: RuleId;
  data: unknown;
  location: Location;
  /** The file that it is in, where that is another one than the file under check, such as a hook's script. */
  source?: Source;
  /** The file that has to change for it, where that is not the one it is in; absolute. */
  about?: string;
  /** It holds only while no agent of this name is found in the same layout. */
  unlessAgent?: string;
}

/** Makes a finding; the rule says which facts belong to it. A place that was not looked for yet is found now. */
export function finding<Id extends RuleId>(ruleId: Id, { line, column }: Location, data: RuleData<Id>): Finding {
  return { ruleId, location: { line, column }, data };
}
