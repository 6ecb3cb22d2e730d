import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pythonImports } from '../../src/boundaries/python-imports.js';

test.each([
  ['import a', ['a']],
  ['import a.b as c, d', ['a.b', 'd']],
  ['import a . b', ['a.b']],
  ['import a, \\\n  b.c', ['a', 'b.c']],
  ['import a, \\\r\n  b', ['a', 'b']],
  ['import\ta', ['a']],
  ['from a.b import x', ['a.b.x']],
  ['from a.b import x as y, z', ['a.b.x', 'a.b.z']],
  ['from a.b import (x, y)', ['a.b.x', 'a.b.y']],
  ['from a import(x)', ['a.x']],
  ['from a import (  # why\n    x,  # import q\n    y as z,\r\n)\nimport b', ['a.x', 'a.y', 'b']],
  ['from a \\\n  import x', ['a.x']],
  ['from a import *', ['a']],
  ['from a import *; import b', ['a', 'b']],
  ['from a import (', ['a']],
  ['from a import', ['a']],
  ['    import a', ['a']],
  ['try:\n    import a\nexcept ImportError:\n    import b', ['a', 'b']],
  ['x = 1; import a; import b', ['a', 'b']],
  ['if x: import a', ['a']],
  ['def f():\n\timport a', ['a']],
  ['import a\rimport b', ['a', 'b']],
  ['import a # import b', ['a']],
  ['# import a\nimport b', ['b']],
  ['"import a"; import b', ['b']],
  ["'it\\'s'; import b", ['b']],
  ["'unclosed\nimport b", ['b']],
  ["'joined \\\nimport a'\nimport b", ['b']],
  ["'joined \\\r\nimport a'\nimport b", ['b']],
  ['"""\nimport a\n"""\nimport b', ['b']],
  ["'''\nimport a \"\"\"\n'''\nimport b", ['b']],
  ['"""\\""" import a """; import b', ['b']],
  ['rb"\\"; import b', []],
  ['f"{x["import a"]}"; import b', ['b']],
  ['We import a, from b import c.', []],
  ['>>> import a', []],
  ['x = (yield\n  from a)', []],
  ['""" doc """; from a import b', ['a.b']],
  ['""; import a', ['a']],
  ["'#'; import a", ['a']],
  ['from . import a', []],
  ['from .a import b; import c', ['c']],
  ['from ... a import (b, c)', []],
  ['from . .a import b', []],
  ['yield from a', []],
  ['raise X from error\nimport a', ['a']],
  ['important = 1; reimport = 2; x.imports = 3', []],
  ['éimport = 1', []],
  ['import ｏpenai', ['openai']],
  ['import größe.b', ['größe.b']],
  [`import ${'a'.repeat(300)}, b`, ['b']],
  ['import 1, a', ['1', 'a']],
  ['import', []],
  ['', []],
])('%j imports %j', (text, expected) => {
  expect([...pythonImports(text)].sort()).toEqual([...expected].sort());
});

test('in a piece of a file a docstring that only ends in it hides no import below it', () => {
  expect([...pythonImports('    Its last line.\n    """\n    import a\n')]).toEqual(['a']);
});

const MEGABYTES = 10 * 2 ** 20;

test.each([
  ['an ordinary line', 'import os  # comment\n'],
  ['a comma', 'a,'],
  ['an import of many names', 'from a import (b,'],
  ['dots', '.'],
  ['a dotted name', 'a.'],
  ['blanks', ' '],
  ['backslashes', '\\'],
  ['joined lines', '\\\n'],
  ['quotes', "'"],
  ['triple quotes and one more', '""""'],
  ['both quotes', `'"`],
  ['an open triple quote', `x"""y'''`],
  ['letters', 'a'],
  ['letters beyond ASCII', 'é'],
  ['from', 'from '],
  ['import', 'import '],
  ['open parentheses', 'from a import ('],
  ['comments', '#\n'],
])(
  '10 MB of %s are read to the end',
  (_, part) => {
    const body = part.repeat(MEGABYTES / part.length);
    for (const lead of ['', 'from a import (']) {
      expect(pythonImports(lead + body), lead).toBeDefined();
    }
    // What is not linear would take hours.
  },
  60_000,
);

test('whatever the text, there is an answer', () => {
  const unit = fc.constantFrom(
    'import',
    'from',
    ' ',
    '\n',
    '.',
    ',',
    '(',
    ')',
    '"',
    '"""',
    "'",
    '\\',
    '#',
    'a',
    'as',
    '*',
    ';',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => void pythonImports(text)),
    { numRuns: 2_000 },
  );
});
