import path from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from '../../conformance/case.js';
import { cases } from '../../conformance/cases/index.js';
import { baseFiles } from '../../conformance/repository.js';
import type { CaseResult } from '../../conformance/results.js';
import table from '../../conformance/results.json' with { type: 'json' };
import versions from '../../conformance/versions.json' with { type: 'json' };
import type { ClientProfile } from '../../src/client/profile.js';
import { readProfile } from '../../src/client/read-profile.js';
import known from '../../src/client/version-facts.json' with { type: 'json' };
import { validate } from '../../src/validate/validate.js';
import { memoryAccess } from '../validate/memory-access.js';

/** Cases in which an older client differs from the latest, and the validator speaks of the latest, with the reason. */
const EXCEPTIONS: Record<string, string[]> = {
  'older clients say nothing of a field that they do not know, and ignore it all the same': ['unknown-fields'],
  'which of several files with one name is loaded changed from version to version': ['files-twin'],
  'the parser of YAML changed: these oddities are nobody to rely on': [
    'encoding-nul-in-description',
    'yaml-colon-and-examples',
    'yaml-colon-with-quotes',
    'yaml-explicit-key',
    'yaml-flow-over-lines',
    'yaml-question-first',
  ],
  'the effort that is sent depended on the model': ['effort'],
  'the model that is sent was chosen otherwise': ['model'],
  'skills were preloaded otherwise: twice, or not without frontmatter': ['skills'],
  'a definition does not tell whether it is meant for a session of its own': ['hook-events-session'],
  'older clients took the key for something else': ['hook-entries-args-empty', 'hook-entries-if-matches-guard'],
  'the case lists tools that older clients have under another name': [
    'disallowed-tools-alias-task',
    'tools-alias-killbash',
  ],
};

const excepted = Object.values(EXCEPTIONS).flat();
const held = cases.filter(({ judgement }) => judgement === undefined);

/** What a client was seen to do with a case, where the validator says otherwise. */
function findDisagreement({ id, file, files }: Case, result: CaseResult | undefined, client: ClientProfile) {
  const root = path.resolve('/a project');
  const access = memoryAccess(root, { ...baseFiles, ...files });
  const { diagnostics } = validate({ paths: [root], cwd: root, access, client });
  const own = diagnostics.filter(
    ({ location }) => location.file === file || location.file.startsWith('.claude/hooks/'),
  );
  const errors = own.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  const isLost = own.some(({ effect }) => effect === 'not loaded');
  if (!result?.loaded) return isLost ? [] : [{ id, client: 'does not load it', errors }];
  if (result.taken === false) return errors.length > 0 ? [] : [{ id, client: 'ignores it', errors }];
  return errors.length > 0 ? [{ id, client: 'takes it', errors }] : [];
}

const disagreements = Object.entries(versions.clients).map(([version, differences]) => {
  const results = { ...table.cases, ...differences } as Record<string, CaseResult>;
  const client = readProfile(version);
  return { version, found: held.flatMap((one) => findDisagreement(one, results[one.id], client)) };
});

test.each(disagreements)('what --client $version says of each case is what that client was seen to do', ({ found }) => {
  expect(found.filter(({ id }) => !excepted.some((start) => id.startsWith(start)))).toEqual([]);
});

test.each(excepted)('the exception %s is one', (start) => {
  expect(disagreements.some(({ found }) => found.some(({ id }) => id.startsWith(start)))).toBe(true);
});

test('the facts about each version that are bundled are the measured ones', () => {
  const facts = Object.entries(versions.facts).map(([version, { tools, builtInAgents, events }]) => {
    return [version, { tools, builtInAgents, events }];
  });
  expect(known).toEqual(Object.fromEntries(facts));
});
