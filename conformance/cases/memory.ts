import { field } from '../case.js';

const T = 'memory';

/** The agent's prompt is to give a memory folder of this scope. */
const memory = (name: string, yaml: string, scope: 'user' | 'project' | 'local') =>
  field(T, name, yaml, { kind: 'memory', scope });

export const memoryCases = [
  memory('user', 'memory: user', 'user'),
  memory('project', 'memory: project', 'project'),
  memory('local', 'memory: local', 'local'),
  memory('quoted', 'memory: "project"', 'project'),
  memory('mixed-case', 'memory: Project', 'project'),
  memory('with-blanks', "memory: ' project '", 'project'),
  memory('galaxy', 'memory: galaxy', 'project'),
  memory('boolean', 'memory: true', 'project'),
  memory('number', 'memory: 1', 'project'),
  memory('list', 'memory: [project]', 'project'),
  memory('mapping', 'memory: { scope: project }', 'project'),
  field(
    T,
    'beside-tools',
    'memory: project\ntools: Read',
    { kind: 'offered only', tools: ['Edit', 'Read', 'Write'] },
    { subject: 'memory, which adds its tools' },
  ),
];
