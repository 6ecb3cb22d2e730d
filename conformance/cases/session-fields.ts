import { type Details, field } from '../case.js';

const T = 'session-fields';

const PROMPT = 'Good morning, session.';

/** The agent is the session, whose first message is to hold its `initialPrompt`. */
const opening = (name: string, yaml: string, details: Details = {}) =>
  field(T, `initial-prompt-${name}`, yaml, { kind: 'first message', text: PROMPT }, { asSession: true, ...details });

const uninstructed = (name: string, yaml: string) =>
  field(T, `omit-claude-md-${name}`, yaml, { kind: 'no instructions' });

const cached = (name: string, yaml: string, ttl: string) =>
  field(T, `experimental-${name}`, yaml, { kind: 'cached', ttl });

export const sessionFieldCases = [
  opening('text', `initialPrompt: ${PROMPT}`),
  opening('list', `initialPrompt: [${JSON.stringify(PROMPT)}]`),
  uninstructed('true', 'omitClaudeMd: true'),
  uninstructed('quoted', "omitClaudeMd: 'true'"),
  uninstructed('yes', 'omitClaudeMd: yes'),
  uninstructed('number', 'omitClaudeMd: 1'),
  cached('hour', 'experimental: { cacheTtl: 1h }', '1h'),
  cached('minutes', 'experimental: { cacheTtl: 5m }', '5m'),
  cached('kebab-case', 'experimental: { cache-ttl: 1h }', '1h'),
  cached('day', 'experimental: { cacheTtl: 1d }', '1d'),
  field(T, 'experimental-text', 'experimental: 1h', { kind: 'cached', ttl: '1h' }),
  field(T, 'experimental-null', 'experimental:'),
];
