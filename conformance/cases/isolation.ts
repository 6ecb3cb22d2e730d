import { field } from '../case.js';

const T = 'isolation';

/** The agent is to work in a worktree of its own. */
const isolated = (name: string, yaml: string) => field(T, name, yaml, { kind: 'worktree' });

export const isolationCases = [
  isolated('worktree', 'isolation: worktree'),
  isolated('quoted', 'isolation: "worktree"'),
  isolated('mixed-case', 'isolation: Worktree'),
  isolated('with-blanks', "isolation: ' worktree '"),
  field(
    T,
    'remote',
    'isolation: remote',
    { kind: 'worktree' },
    {
      judgement: 'The client takes the value without a word; a session that is not in the cloud does nothing with it.',
    },
  ),
  isolated('container', 'isolation: container'),
  isolated('none', 'isolation: none'),
  isolated('boolean', 'isolation: true'),
  isolated('number', 'isolation: 1'),
  isolated('list', 'isolation: [worktree]'),
  isolated('mapping', 'isolation: { kind: worktree }'),
];
