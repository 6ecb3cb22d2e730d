import { describe, expect, test } from 'vitest';
import { fixAgent, fixLines } from './fix-memory.js';

describe('a tool that is gone becomes its successor, or goes where that is listed', () => {
  test.each<[string, string[], string[]]>([
    ['a block list: replaced', ['tools:', '  - Read', '  - MultiEdit # all'], ['tools:', '  - Read', '  - Edit # all']],
    [
      'a block list: gone with its line, the comment above stays',
      ['tools:', '  - Edit', '  # to edit', '  - MultiEdit # all', '  - Read', '', '  - LS', 'color: red'],
      ['tools:', '  - Edit', '  # to edit', '  - Read', '', '  - Glob', 'color: red'],
    ],
    [
      'a block list: the first and the last one',
      ['tools:', '- MultiEdit', '- Edit', '- Glob', '- LS'],
      ['tools:', '- Edit', '- Glob'],
    ],
    ['two with one successor', ['tools:', '- BashOutput', '- NotebookRead'], ['tools:', '- Read']],
    ['the same one twice', ['tools: MultiEdit, MultiEdit'], ['tools: Edit']],
    ['quoted entries', ['tools:', "- 'MultiEdit'", '- "LS"', '- Glob'], ['tools:', "- 'Edit'", '- Glob']],
    ['a permission rule behind it', ['tools: [Read, "MultiEdit(src/**)"]'], ['tools: [Read, "Edit(src/**)"]']],
    ['a flow list: replaced', ['tools: [Read, MultiEdit]'], ['tools: [Read, Edit]']],
    ['a flow list: in the middle', ['tools: [Edit, MultiEdit, Read]'], ['tools: [Edit, Read]']],
    ['a flow list: first', ['tools: [ MultiEdit, Edit ]'], ['tools: [ Edit ]']],
    ['a flow list: last', ['tools: [Edit,Read,MultiEdit]'], ['tools: [Edit,Read]']],
    ['a flow list: several', ['tools: [Glob, LS, Edit, MultiEdit, NotebookRead, Read]'], ['tools: [Glob, Edit, Read]']],
    ['a flow list: with a comma behind the last', ['tools: [Edit, MultiEdit, ]'], ['tools: [Edit,]']],
    [
      'a flow list over lines',
      ['tools: [', '  Edit, # it', '  # all', '  MultiEdit, # gone', '  Read, LS,', '  Glob,', '  NotebookRead', '  ]'],
      ['tools: [', '  Edit, # it', '  # all', '  Read,', '  Glob', '  ]'],
    ],
    ['a comma string', ['tools: Read, MultiEdit, Edit # all'], ['tools: Read, Edit # all']],
    ['a comma string: last', ['tools: Edit,Read , MultiEdit'], ['tools: Edit,Read']],
    ['a comma string: replaced, in quotes', ['tools: "LS, Read"'], ['tools: "Glob, Read"']],
    [
      'a comma string over lines',
      ['tools: >-', '  Edit,', '  MultiEdit,', '  Read'],
      ['tools: >-', '  Edit,', '  Read'],
    ],
    [
      'an entry with several names',
      ['tools:', '- Edit, MultiEdit', '- LS MultiEdit', '- Read'],
      ['tools:', '- Edit', '- Glob', '- Read'],
    ],
    [
      'an entry whose names all go',
      ['tools:', '- Edit, Glob', '- LS MultiEdit', '- Read'],
      ['tools:', '- Edit, Glob', '- Read'],
    ],
    [
      'beside a value that the client has to repair',
      ['initialPrompt: Do this: now', 'tools: Read, MultiEdit, Edit'],
      ['initialPrompt: Do this: now', 'tools: Read, Edit'],
    ],
  ])('%s', (_, before, after) => {
    expect(fixLines(before)).toEqual(after);
  });

  test('with CRLF and a BOM', () => {
    const agent = (tools: string) => `\uFEFF---\r\nname: a\r\ndescription: b\r\ntools:\r\n${tools}---\r\nBody`;
    expect(fixAgent(agent('- Edit\r\n- MultiEdit # all\r\n- LS\r\n'))).toBe(agent('- Edit\r\n- Glob\r\n'));
  });
});

test.each([
  ['a tool that never was', ['tools: Read, Reed']],
  ['an entry that an anchor names', ['tools: [Edit, &it MultiEdit]', 'skills: []', 'memory: project']],
  ['a name that is written with an escape', ['tools: "Multi\\x45dit"']],
  ['a rule that a comment turns off', ['# backend-system-architect: disable agent-tool-unknown', 'tools: MultiEdit']],
])('left alone is %s', (_, lines) => {
  expect(fixLines(lines)).toEqual(lines);
});
