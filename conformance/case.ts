import type { Observation } from './observe.js';

/** A file as its text, as its bytes, or as a script that may be run. */
export type CaseFile = string | Uint8Array | { script: string };

/** What the agent does once it is started; `reports` says a word and is done. */
export type Conduct = 'reports' | 'reads' | 'reads on' | 'reads nothing' | 'writes';

/** One agent definition, and how to see what the client makes of the part of it that it is about. */
export interface Case {
  /** Unique, in kebab-case: the theme and what is special. */
  id: string;
  theme: string;
  /** The definition under test, relative to the root of the repository. */
  file: string;
  /** Added to the repository, the definition included. */
  files: Record<string, CaseFile>;
  /** The name under which the client has the agent, if it loads it. */
  agent: string;
  /** The part of the definition that the case is about; a case without one asks only whether the file is loaded. */
  subject?: string;
  observe?: Observation | undefined;
  conduct?: Conduct;
  /** Runs with no other case beside it. */
  alone?: boolean;
  /** The agent is known by its system prompt, for other files define one of the same name. */
  knownByBody?: boolean;
  /** The agent is the session itself (`--agent`) and is not started by one. */
  asSession?: boolean;
  /** Added to the client's command line. */
  args?: string[];
  /** Where the repository lies below a temporary folder; the default has a space in it. */
  folder?: string;
  /** Why a validator may judge this otherwise than the client. */
  judgement?: string;
}

/** What of a case is open to its author; the rest follows from the id. */
export type Details = Partial<Omit<Case, 'id' | 'theme'>>;

/** A case whose definition is the given text. */
export function definition(theme: string, name: string, text: string | Uint8Array, details: Details = {}): Case {
  const id = `${theme}-${name}`;
  const file = details.file ?? `.claude/agents/${id}.md`;
  return { id, theme, agent: id, ...details, file, files: { [file]: text, ...details.files } };
}

/** A case whose definition is whole but for the given lines of frontmatter, which are its subject. */
export function field(theme: string, name: string, yaml: string, observe?: Observation, details: Details = {}): Case {
  const text = agentText(`${theme}-${name}`, yaml);
  return definition(theme, name, text, {
    subject: yaml.replace(/\s+/g, ' ').trim() || `${theme} left out`,
    ...(observe && { observe }),
    ...details,
  });
}

/** A definition with a name, a description, further lines of frontmatter and a body that tells it from all others. */
export function agentText(name: string, yaml: string): string {
  return `---\nname: ${name}\ndescription: ${describe(name)}\n${yaml === '' ? '' : `${yaml}\n`}---\n${bodyOf(name)}\n`;
}

/** The judgement on a field whose value is an empty text. */
export const EMPTY = 'An empty text asks for nothing, so nothing is lost.';

export const describe = (id: string) => `Does what ${id} asks.`;

export const bodyOf = (id: string) => `You are the agent of ${id} and of nothing else.`;
