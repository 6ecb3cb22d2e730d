import fc from 'fast-check';
import type { Fault } from './faults.js';
import { SHIPPED } from './versions.js';

/** What somebody does next: we install or uninstall, perhaps with a fault, or the user does something to files. */
export type Action =
  | { kind: 'install'; version: number; force: boolean; fault: Fault | undefined; again: Fault | undefined }
  | { kind: 'uninstall'; fault: Fault | undefined; again: Fault | undefined }
  | { kind: 'own'; path: string }
  | { kind: 'edit'; path: string; how: 'insert' | 'replace' | 'cut' | 'rewrite' | 'windows'; at: number }
  | { kind: 'delete'; path: string }
  | { kind: 'shared'; path: string; how: 'key' | 'comment' | 'hook' | 'server' | 'change' | 'take'; layout: number };

const faults = fc.option(
  fc.record({ kind: fc.constantFrom('kill' as const, 'full' as const), at: fc.integer({ min: 1, max: 110 }) }),
  { nil: undefined, freq: 2 },
);
const kills = fc.option(fc.record({ kind: fc.constant('kill' as const), at: fc.integer({ min: 1, max: 40 }) }), {
  nil: undefined,
});

/** Files of the user's: beside ours, where ours may come to stand, and where our version is put beside an edited one. */
const OWN = [
  '.claude/agents/mine.md',
  '.claude/skills/a/notes.md',
  '.claude/skills/c/SKILL.md',
  '.claude/skills/a/SKILL.md.new',
  '.claude/backend-system-architect/backup/mine',
  '.claude/context/mine.md',
  'backend/main.py',
];

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('install' as const),
      version: fc.integer({ min: 0, max: 2 }),
      force: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
      fault: faults,
      again: kills,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('uninstall' as const), fault: faults, again: kills }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('own' as const), path: fc.constantFrom(...OWN) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      path: fc.constantFrom(...SHIPPED),
      how: fc.constantFrom('insert', 'replace', 'cut', 'rewrite', 'windows'),
      at: fc.nat(11),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      path: fc.constantFrom(...SHIPPED, ...SHIPPED.map((path) => `${path}.new`)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('shared' as const),
      path: fc.constantFrom('.claude/settings.json', '.mcp.json'),
      how: fc.constantFrom('key', 'comment', 'hook', 'server', 'change', 'take'),
      layout: fc.nat(2),
    }),
  },
);

export const histories = fc.array(action, { minLength: 1, maxLength: 12 });
