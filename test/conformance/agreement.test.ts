import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../conformance/case.js';
import { cases } from '../../conformance/cases/index.js';
import { baseFiles } from '../../conformance/repository.js';
import type { Results } from '../../conformance/results.js';
import table from '../../conformance/results.json' with { type: 'json' };
import type { Diagnostic } from '../../src/validate/diagnostic.js';
import { validate } from '../../src/validate/validate.js';
import { memoryAccess } from '../validate/memory-access.js';

const results = table.cases as Results['cases'];

/** What the validator says of the definition under test. */
function diagnose({ file, files }: Case): Diagnostic[] {
  const root = path.resolve('/a project');
  const access = memoryAccess(root, { ...baseFiles, ...files });
  const { diagnostics } = validate({ paths: [root], cwd: root, access });
  // What is wrong with a script is said in the script.
  return diagnostics.filter(({ location }) => location.file === file || location.file.startsWith('.claude/hooks/'));
}

const say = ({ ruleId, effect, message }: Diagnostic) => `${ruleId} (${effect}): ${message}`;

const held = cases.filter(({ judgement }) => judgement === undefined);
const judged = cases.filter(({ judgement }) => judgement !== undefined);

describe.each([...new Set(held.map(({ theme }) => theme))])('what the client makes of %s', (theme) => {
  test.each(held.filter((one) => one.theme === theme).map((one) => [one.id, one] as const))('%s', (id, one) => {
    const diagnostics = diagnose(one);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const seen = `The client: ${results[id]?.seen}.`;
    if (!results[id]?.loaded) {
      expect(
        diagnostics.map(({ effect }) => effect),
        seen,
      ).toContain('not loaded');
    } else if (results[id]?.taken === false) {
      expect(errors, `${seen} No error says so.`).not.toEqual([]);
    } else {
      expect(errors.map(say), seen).toEqual([]);
    }
  });
});

test.each(judged.map((one) => [one.id, one.judgement ?? '', one] as const))(
  '%s is left to judgement: %s',
  (id, _, one) => {
    const effects = diagnose(one).map(({ effect }) => effect);
    if (results[id]?.loaded) expect(effects).not.toContain('not loaded');
  },
);
