import { describe, expect, test } from 'vitest';
import { findFastApiCall } from '../../src/answers/fastapi-call.js';

/** What is not linear would take hours. */
const HANGS_AFTER_MS = 30_000;

describe('the line on which an application is made', () => {
  test.each([
    ['plainly', 'from fastapi import FastAPI\n\napp = FastAPI()\n', 3],
    ['with a type', 'from fastapi import FastAPI\napp: FastAPI = FastAPI(title="x")', 2],
    ['in a function', 'from fastapi import FastAPI\ndef create_app() -> FastAPI:\n    return FastAPI (\n', 3],
    ['under another name', 'from fastapi import Depends, FastAPI as Application\nx = Application()', 2],
    ['by the module', 'import fastapi\napp = fastapi.FastAPI()', 2],
    ['by the module under another name', 'import os, fastapi as fa\napp = fa.FastAPI()', 2],
    ['from where the class is', 'from fastapi.applications import FastAPI\napp = FastAPI()', 2],
    ['with everything imported', 'from fastapi import *\napp = FastAPI()', 2],
    [
      'with an import in parentheses',
      'from fastapi import (\n    Depends,  # why\n    FastAPI,\n)\napp = FastAPI()',
      5,
    ],
    ['with an import over joined lines', 'from fastapi import Depends, \\\n    FastAPI\napp = FastAPI()', 3],
    ['with an import in a block', 'try: from fastapi import FastAPI\nexcept: raise\napp = FastAPI()', 3],
    ['with Windows line ends', 'from fastapi import FastAPI\r\napp = FastAPI()\r\n', 2],
    ['behind a string that ends in a backslash', "from fastapi import FastAPI\nx = '\\\\'\napp = FastAPI()", 3],
    ['behind a docstring', '"""FastAPI("""\nfrom fastapi import FastAPI\napp = FastAPI()', 3],
  ])('%s', (_, text, line) => {
    expect(findFastApiCall(text)).toBe(line);
  });

  test.each([
    ['without an import', 'app = FastAPI()'],
    ['of another module', 'from other import FastAPI\napp = FastAPI()'],
    ['of another class', 'from fastapi import FastAPI\napp = MyFastAPI()\nx.FastAPI()'],
    ['that only is a type', 'from fastapi import FastAPI\ndef add(app: FastAPI) -> None: ...'],
    ['that is derived from', 'from fastapi import FastAPI\nclass Shop(FastAPI): ...'],
    ['that is a definition', 'from fastapi import *\nclass FastAPI(): ...\ndef FastAPI(): ...'],
    ['in a comment', 'from fastapi import FastAPI\n# app = FastAPI()'],
    ['in a string', 'from fastapi import FastAPI\nx = "FastAPI()"'],
    ['in a docstring', 'from fastapi import FastAPI\n"""\napp = FastAPI()\n"""'],
    ['in a docstring that is not closed', "from fastapi import FastAPI\n'''\napp = FastAPI()"],
    ['whose import is in a docstring', '"""\nfrom fastapi import FastAPI\n"""\napp = FastAPI()'],
    ['by an alias of its own', 'import fastapi as fa\napp = fastapi.FastAPI()'],
  ])('there is none %s', (_, text) => {
    expect(findFastApiCall(text)).toBeUndefined();
  });

  test(
    'a text made to be slow is read in time',
    () => {
      for (const piece of [
        'from fastapi import (',
        '"""\\',
        'import fastapi as a,',
        "'",
        'from fastapi import FastAPI;',
      ]) {
        expect(findFastApiCall(`FastAPI${piece.repeat(1_000_000 / piece.length)}`)).toBeUndefined();
      }
    },
    HANGS_AFTER_MS,
  );
});
