import { isDeepStrictEqual } from 'node:util';
import type { Sighting } from './sighting.js';

/** What to look for, and what has to be seen there for the part to count as taken. */
export type Observation =
  /** The main session's list of agents gives this description. */
  | { kind: 'described'; as: string }
  /** The agent is offered all of these tools, or none of them, or exactly these. */
  | { kind: 'offered'; tools: string[] }
  | { kind: 'withheld'; tools: string[] }
  | { kind: 'offered only'; tools: string[] }
  /** The model's name contains this; `inherit` stands for the main session's. */
  | { kind: 'model'; is: string }
  /** `inherit` stands for the main session's. */
  | { kind: 'effort'; is: string }
  | { kind: 'permission mode'; is: string }
  /** The agent, which would go on, is given this many turns. */
  | { kind: 'turns'; are: number }
  /** These skills, and no others, are in its first message. */
  | { kind: 'preloaded'; skills: string[] }
  /** The hook left its mark. */
  | { kind: 'hook ran' }
  /** The client says nothing against the hook; running it takes more than a session can give. */
  | { kind: 'hook accepted' }
  /** The hook left its mark; where it did not, only a word of the client's makes it ignored. */
  | { kind: 'event known' }
  /** The system prompt gives the folder of this scope. */
  | { kind: 'memory'; scope: 'user' | 'project' | 'local' }
  | { kind: 'background'; is: boolean }
  | { kind: 'worktree' }
  /** The project's CLAUDE.md is not in its messages. */
  | { kind: 'no instructions' }
  /** The system prompt contains this. */
  | { kind: 'prompted'; text: string }
  /** The session's first message contains this. */
  | { kind: 'first message'; text: string }
  /** Its requests ask for this time to live of the cache. */
  | { kind: 'cached'; ttl: string }
  /** The client does not call this key unknown. */
  | { kind: 'recognized'; key: string }
  /** An interactive session shows its name on a color. */
  | { kind: 'colored' };

export interface Observed {
  /** Undefined when nothing that was seen can tell. */
  taken?: boolean;
  /** One sentence, the same in every measurement. */
  seen: string;
}

/** Compares what was seen of a loaded agent with what its definition asks for. */
export function observe(sought: Observation, sighting: Sighting): Observed {
  switch (sought.kind) {
    case 'described':
      return { taken: sighting.description?.trim() === sought.as, seen: `listed as ${quote(sighting.description)}` };
    case 'offered':
      return {
        taken: sought.tools.every((tool) => sighting.tools.includes(tool)),
        seen: sayTools(sighting.tools, sought.tools),
      };
    case 'withheld':
      return {
        taken: !sought.tools.some((tool) => sighting.tools.includes(tool)),
        seen: sayTools(sighting.tools, sought.tools),
      };
    case 'offered only':
      return {
        taken: isDeepStrictEqual([...sought.tools].sort(), sighting.tools),
        seen: sayTools(sighting.tools, sought.tools),
      };
    case 'model': {
      const { model, sessionModel } = sighting;
      const inherited = model === sessionModel;
      const taken = sought.is === 'inherit' ? inherited : (model?.includes(sought.is) ?? false);
      return { taken, seen: `model ${inherited ? "is the session's" : quote(model)}` };
    }
    case 'effort':
      if (sought.is !== 'inherit') {
        return { taken: sighting.effort === sought.is, seen: `effort is ${sighting.effort ?? 'not sent'}` };
      }
      return sighting.effort === sighting.sessionEffort
        ? { taken: true, seen: "effort is the session's" }
        : { taken: false, seen: `effort is ${sighting.effort ?? 'not sent'}` };
    case 'permission mode':
      return {
        taken: sighting.permissionMode === sought.is,
        seen: `hooks are told the permission mode ${quote(sighting.permissionMode)}`,
      };
    case 'turns':
      return { taken: sighting.turns === sought.are, seen: `${sighting.turns} turns` };
    case 'preloaded':
      return {
        taken: isDeepStrictEqual([...sought.skills].sort(), sighting.skills),
        seen: sighting.skills.length === 0 ? 'no skill preloaded' : `preloaded: ${sighting.skills.join(', ')}`,
      };
    case 'hook ran':
      return { taken: sighting.hookRan, seen: sighting.hookRan ? 'the hook left its mark' : 'the hook left no mark' };
    case 'hook accepted': {
      const taken = !sighting.lines.some((line) => /entry ignored|not loaded|Invalid hooks/.test(line));
      return { taken, seen: taken ? 'no word of it in the debug log' : 'the debug log says that it is ignored' };
    }
    case 'event known':
      if (sighting.hookRan) return { taken: true, seen: 'the hook left its mark' };
      return sighting.lines.some((line) => /unknown hook event|Invalid hooks/.test(line))
        ? { taken: false, seen: 'the debug log calls the event unknown' }
        : { seen: 'accepted without a word; it did not run in this session' };
    case 'colored':
      if (!sighting.color) return { seen: 'an interactive session does not show its name' };
      return sighting.color === 'none'
        ? { taken: false, seen: 'an interactive session shows its name on no color' }
        : { taken: true, seen: `an interactive session shows its name on the color ${sighting.color}` };
    case 'memory':
      return {
        taken: sighting.memory === sought.scope,
        seen: sighting.memory
          ? `the prompt gives a memory folder of the ${sighting.memory}`
          : 'no memory in the prompt',
      };
    case 'background':
      return {
        taken: sighting.background === sought.is,
        seen: sighting.background ? 'the session is told at once that it was launched' : 'the session gets its report',
      };
    case 'worktree':
      return { taken: sighting.worktree, seen: sighting.worktree ? 'works in a worktree' : 'works in the project' };
    case 'no instructions':
      return {
        taken: !sighting.instructed,
        seen: sighting.instructed ? 'CLAUDE.md is in its messages' : 'CLAUDE.md is not in its messages',
      };
    case 'prompted': {
      const taken = sighting.system.includes(sought.text);
      return { taken, seen: `the system prompt ${taken ? 'contains' : 'lacks'} ${quote(sought.text)}` };
    }
    case 'first message': {
      const taken = sighting.firstMessage.includes(sought.text);
      return { taken, seen: `the first message ${taken ? 'contains' : 'lacks'} ${quote(sought.text)}` };
    }
    case 'cached':
      return { taken: sighting.cacheTtl === sought.ttl, seen: `cached for ${sighting.cacheTtl}` };
    case 'recognized': {
      if (!sighting.unrecognized) return { seen: 'the client says of no key that it does not know it' };
      const taken = !sighting.unrecognized.includes(sought.key);
      return { taken, seen: taken ? 'no word of it in the debug log' : `the debug log calls ${sought.key} unknown` };
    }
  }
}

const quote = (text: string | undefined) => (text === undefined ? 'nothing' : JSON.stringify(text));

const MANY = 8;

function sayTools(offered: string[], asked: string[]): string {
  if (offered.length === 0) return 'offered no tool';
  if (offered.length <= MANY) return `offered: ${offered.join(', ')}`;
  const missing = asked.filter((tool) => !offered.includes(tool));
  const present = asked.filter((tool) => offered.includes(tool));
  return [
    'offered more than a few tools',
    ...(present.length > 0 ? [`among them ${present.join(', ')}`] : []),
    ...(missing.length > 0 ? [`not ${missing.join(', ')}`] : []),
  ].join(', ');
}
