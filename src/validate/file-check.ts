import type { Finding, Source } from './finding.js';
import type { Target } from './target.js';

/** What one file has to say. */
export interface Checked {
  findings: Finding[];
  /** Empty for a file that was not read. */
  text: string;
  /** The name of the agent that the file defines, whether the client loads it or not. */
  name?: string;
}

/** A file about which there is nothing to say, whatever is configured. */
export interface Clean {
  /** Of the agent that it defines. */
  name?: string;
}

/** What the check of one file has shown. */
export interface FileCheck extends Checked {
  /** The number of the target. */
  at: number;
  target: Target;
  /** Further files that the check read. */
  sources: readonly Source[];
  /** What can be taken for a check of the file as long as it is the same; undefined where there is something to say. */
  clean: Clean | undefined;
}
