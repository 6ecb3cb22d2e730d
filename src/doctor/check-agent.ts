import type { AgentDefinition } from '../definition/model.js';
import { parseDefinition } from '../definition/parse-definition.js';
import { explainSystemError } from '../errors.js';
import { diskAccess } from '../validate/file-access.js';
import type { Finding } from './finding.js';
import { type Installation, showInstalled, toInstalled } from './installation.js';

/** The agent file, as a manifest names it. */
export const AGENT_PATH = '.claude/agents/backend-system-architect.md';

export interface CheckedAgent {
  finding: Finding;
  /** Undefined where the client would not load the file. */
  definition: AgentDefinition | undefined;
}

/** Reads the installed agent, which the checks of hooks and servers go by. */
export function checkAgent(installation: Installation): CheckedAgent {
  const shown = showInstalled(installation, AGENT_PATH);
  let text: string;
  try {
    text = Buffer.from(diskAccess.read(toInstalled(installation, AGENT_PATH))).toString('utf8');
  } catch (error) {
    const known = explainSystemError(error);
    if (!known) throw error;
    return broken(known.message, 'Run "install --force" to bring it back.');
  }
  const parsed = parseDefinition(text);
  switch (parsed.kind) {
    case 'definition':
      return {
        finding: {
          check: 'agent',
          status: 'ok',
          message: `The agent of version ${installation.manifest.version} is installed (${shown}).`,
        },
        definition: parsed.definition,
      };
    case 'invalid-yaml':
      return broken(
        `The client does not load ${shown}: its frontmatter is no YAML (line ${parsed.location.line}: ${parsed.reason}).`,
        MEND,
      );
    default:
      return broken(`The client does not load ${shown}: it has no usable frontmatter.`, MEND);
  }
}

const MEND = 'Put it right, or run "install --force" to bring the installed file back; a copy is kept.';

function broken(message: string, remedy: string): CheckedAgent {
  return { finding: { check: 'agent', status: 'problem', message, remedy }, definition: undefined };
}
