import type { Answers } from './answers.js';
import type { FoundBackend } from './find-backend.js';

export interface AnswerOrigin {
  /** Something is installed already, and was told all this then. */
  isUpgrade: boolean;
  /** Somebody named the backend. */
  isNamed: boolean;
  found: FoundBackend | undefined;
}

/** What a user should know about answers that nobody gave. */
export function noteAnswers({ scope, backend, mcp }: Answers, { isUpgrade, isNamed, found }: AnswerOrigin): string[] {
  if (scope === 'user') {
    if (isUpgrade || mcp.length === 0) return [];
    return [
      'MCP servers are left out: yours are in a file that the client rewrites. Add them with "claude mcp add --scope user".',
    ];
  }
  if (isUpgrade || isNamed) return [];
  const folder = backend.root === '.' ? 'the repository itself' : backend.root;
  const how = 'Run again with --backend-root <folder> to name another.';
  if (!found) return [`Backend: ${folder}, because no FastAPI application was found. ${how}`];
  if (found.root !== backend.root || found.app !== backend.app) return [];
  const others = found.others.length > 0 ? ` Others: ${found.others.join(', ')}.` : '';
  return [`Backend: ${folder}, because ${found.evidence} creates a FastAPI application.${others} ${how}`];
}
