import type { KnownNames } from '../answers/read-options.js';
import { parseFrontmatter } from '../definition/frontmatter.js';
import { LineMap } from '../definition/location.js';
import { splitFrontmatter } from '../definition/split.js';
import { SERVER_NAMES } from './entries/shipped.js';
import type { Payload } from './payload.js';

/** What can be chosen from in a payload. */
export function listKnownNames({ files }: Payload): KnownNames {
  const skills = files.flatMap(({ path }) => /^\.claude\/skills\/([^/]+)\/SKILL\.md$/.exec(path)?.[1] ?? []);
  return {
    skills,
    // Found where it is asked for: few name it.
    get preloaded() {
      return files
        .filter(({ path }) => path.startsWith('.claude/agents/') && path.endsWith('.md'))
        .flatMap(({ content }) => preloadedBy(content.toString('utf8')));
    },
    servers: SERVER_NAMES,
  };
}

/** The skills that an agent file lists in its frontmatter. */
function preloadedBy(text: string): string[] {
  const split = splitFrontmatter(text);
  const parsed = split.kind === 'split' ? parseFrontmatter(split.frontmatter, new LineMap(text)) : undefined;
  const listed = parsed?.kind === 'parsed' ? parsed.frontmatter.values.skills : [];
  return Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : [];
}
