import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Activity, Budgets } from '../../src/activity/activity.js';
import { readRecords } from '../../src/activity/read-records.js';
import { summarize } from '../../src/activity/summarize.js';
import { AGENT } from './example-context.js';

/** Those of our definition. */
export const BUDGETS: Budgets = {
  [AGENT]: [
    { task: 'Single endpoint', max: 15 },
    { task: 'CRUD feature', max: 40 },
    { task: 'Full microservice', max: 80 },
    { task: 'Authentication system', max: 60 },
  ],
};

/** The activity by files of a repository, which is there only for that. */
export function activityOf(files: Record<string, string>, budgets = BUDGETS): Activity {
  const repository = mkdtempSync(path.join(tmpdir(), 'activity-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(repository, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return summarize(readRecords(path.join(repository, '.claude/context')), budgets);
  } finally {
    rmSync(repository, { recursive: true });
  }
}
