import { type Details, field } from '../case.js';

const T = 'disallowed-tools';

/** The agent is not to be offered this tool. */
const without = (name: string, yaml: string, tools: string[], details: Details = {}) =>
  field(T, name, yaml, { kind: 'withheld', tools }, details);

export const disallowedToolCases = [
  without('comma-string', 'disallowedTools: Write, Edit', ['Write', 'Edit']),
  without('space-string', 'disallowedTools: Write Edit', ['Write', 'Edit']),
  without('flow-list', 'disallowedTools: [Write, Edit]', ['Write', 'Edit']),
  without('block-list', 'disallowedTools:\n  - Write\n  - Edit', ['Write', 'Edit']),
  without('entry-with-several', 'disallowedTools:\n  - Write, Edit', ['Write', 'Edit']),
  without('beside-tools', 'tools: Read, Write\ndisallowedTools: Write', ['Write']),
  without('lower-case', 'disallowedTools: write', ['Write']),
  without('misspelt', 'disallowedTools: Wrote', ['Write'], { subject: 'disallowedTools: Wrote (for Write)' }),
  without('alias-task', 'tools: Read, Agent\ndisallowedTools: Task', ['Agent']),
  without('rule', 'disallowedTools: Bash(git *)', ['Bash']),
  without('star', 'disallowedTools: "*"', ['Bash', 'Read', 'Write']),
  field(T, 'empty-list', 'disallowedTools: []', { kind: 'offered', tools: ['Bash', 'Read', 'Write'] }),
  field(T, 'null', 'disallowedTools:', { kind: 'offered', tools: ['Bash', 'Read', 'Write'] }),
  without('number', 'disallowedTools: 7', ['Bash', 'Read', 'Write']),
  without('boolean', 'disallowedTools: true', ['Bash', 'Read', 'Write']),
  without('mapping', 'disallowedTools: { Write: true }', ['Write']),
  without('kebab-case', 'disallowed-tools: Write', ['Write']),
];
