import type { KnownNames } from '../answers/read-options.js';
import { parseDefinition } from '../definition/parse-definition.js';
import { SERVER_NAMES } from './entries/shipped.js';
import type { Payload } from './payload.js';

/** What can be chosen from in a payload. */
export function listKnownNames({ files }: Payload): KnownNames {
  const skills = files.flatMap(({ path }) => /^\.claude\/skills\/([^/]+)\/SKILL\.md$/.exec(path)?.[1] ?? []);
  const preloaded = files
    .filter(({ path }) => path.startsWith('.claude/agents/') && path.endsWith('.md'))
    .flatMap(({ content }) => {
      const parsed = parseDefinition(content.toString('utf8'));
      const listed = parsed.kind === 'definition' ? parsed.definition.frontmatter.values.skills : [];
      return Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : [];
    });
  return { skills, preloaded, servers: SERVER_NAMES };
}
