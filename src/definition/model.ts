import type { Frontmatter } from './frontmatter.js';
import type { LineMap, Location } from './location.js';
import type { CodeBlock, Section } from './markdown.js';
import type { ReportContract } from './report-contract.js';
import type { TextLine } from './text-lines.js';

export interface Located<T> {
  value: T;
  location: Location;
}

/** A refusal of Task Boundaries, and the agent that the work belongs to. */
export interface Refusal {
  text: string;
  owner?: string;
  location: Location;
}

/** An entry of Boundaries: a glob of paths, or in words a kind of work that no path can tell. */
export interface Boundary {
  kind: 'path' | 'topic';
  value: string;
  owner?: string;
  location: Location;
}

/** How many tool calls a kind of task may take. */
export interface Budget {
  task: string;
  min: number;
  max: number;
  steps: string[];
  location: Location;
}

export interface McpTool {
  /** As the definition writes it: `mcp__context7__*`. */
  pattern: string;
  server: string;
  purpose: string;
  location: Location;
}

export interface HandoffRule {
  agent: string;
  purpose: string;
  /** Keys of the report that are handed over, and without which there is no handoff; none stands for the whole report. */
  reportKeys: string[];
  /** Named under `Hands off to, where installed`: the agent may be missing. */
  optional: boolean;
  location: Location;
}

export type ContextPhase = 'before' | 'during' | 'after' | 'on error';

/** The JSON under Output Format: a contract, or why there is none. */
export type OutputFormat =
  | { kind: 'contract'; contract: ReportContract; block: CodeBlock }
  | { kind: 'absent' }
  | { kind: 'invalid'; reason: string; block: CodeBlock };

/** Whether a report that breaks the contract is sent back, or only spoken of. */
export type Enforcement = 'required' | 'advisory';

/** The body of an agent file as data. A section that the file lacks yields nothing, never an error. */
export interface DefinitionBody {
  sections: Section[];
  /** What stands above the first heading. */
  preamble: TextLine[];
  directive?: Located<string>;
  keywords: Located<string>[];
  mcpTools: McpTool[];
  objectives: Located<string>[];
  outputFormat: OutputFormat;
  /** `Enforcement: advisory` under Output Format; required where nothing is said. */
  enforcement: Enforcement;
  duties: Located<string>[];
  refusals: Refusal[];
  allowed: Boundary[];
  forbidden: Boundary[];
  budgets: Budget[];
  /** One section for each pattern, with its code. */
  patterns: Section[];
  standards: { category: string; requirement: string; location: Location }[];
  /** The last JSON block of Example: the report that the example ends with. */
  exampleReport?: CodeBlock;
  contextProtocol: { phase: ContextPhase; text: string; location: Location }[];
  receivesFrom: { source: string; purpose?: string; location: Location }[];
  handsOffTo: HandoffRule[];
  skillReferences: Located<string>[];
}

/** One agent file, parsed: the single source of what the validator reports on and the hooks enforce. */
export interface AgentDefinition extends DefinitionBody {
  frontmatter: Frontmatter;
  lines: LineMap;
}
