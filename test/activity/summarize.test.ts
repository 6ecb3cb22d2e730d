import { describe, expect, test } from 'vitest';
import { isEmpty } from '../../src/activity/figures.js';
import { AGENT, COMPLETED, EXAMPLE, PENDING } from './example-context.js';
import { activityOf } from './read-activity.js';

const STATE = '.claude/context/session/state.json';
const ACTIVE = '.claude/context/knowledge/decisions/active.json';
const at = '2026-03-03T10:24:00.000Z';

const stateOf = (task: object, more: object = {}) =>
  JSON.stringify({
    $schema: 'session-state/1',
    agent_decisions: {},
    tasks_completed: [{ run: 'r', agent: AGENT, at, feature: null, report: {}, ...task }],
    tasks_pending: [],
    ...more,
  });
const runOf = (task: object, budgets?: Parameters<typeof activityOf>[1]) =>
  activityOf({ [STATE]: stateOf(task) }, budgets).runs[0];

test('runs are newest first and numbered from the oldest, completed and pending alike', () => {
  const { runs } = activityOf(EXAMPLE);
  expect(runs.map(({ number, id }) => [number, id])).toEqual(
    [...COMPLETED, ...PENDING].map(({ run }, index) => [index + 1, run]).reverse(),
  );
  expect(runs[0]).toMatchObject({ standing: 'pending', blockers: PENDING[0]?.blockers });
  expect(runs[2]).toMatchObject({ outside: expect.arrayContaining(['docker-compose.yml']), verdict: 'over' });
});

test('the lists of the reports name their run, in the order of the report', () => {
  const { endpoints, models, middleware, security, tests } = activityOf(EXAMPLE);
  expect(endpoints.filter(({ run }) => run === 3).map(({ fields }) => [fields.method, fields.path])).toEqual([
    ['GET', '/api/v1/orders'],
    ['POST', '/api/v1/orders'],
    ['GET', '/api/v1/orders/{order_id}'],
    ['DELETE', '/api/v1/orders/{order_id}'],
  ]);
  expect(models.map(({ fields }) => fields.name)).toEqual(['WebhookEvent', 'Order', 'OrderLine', 'User']);
  expect([middleware.length, security.length, tests.length]).toEqual([3, 7, 6]);
});

describe.each([
  ['kept', { count: 40, complete: true, budget: 'CRUD feature' }, { task: 'CRUD feature', max: 40 }],
  ['uncertain', { count: 12, complete: false, budget: 'Single endpoint' }, { task: 'Single endpoint', max: 15 }],
  ['over', { count: 81, complete: true, budget: null }, undefined],
  ['over', { count: 81, complete: false, budget: null }, undefined],
  ['kept', { count: 3, complete: true, budget: 'A budget of an earlier definition' }, { task: expect.any(String) }],
])('tool calls', (verdict, tool_calls, budget) => {
  test(`are ${verdict} where ${JSON.stringify(tool_calls)} is recorded`, () => {
    const run = runOf({ tool_calls });
    expect(run?.verdict).toBe(verdict);
    expect(run?.toolCalls?.budget).toEqual(budget);
  });
});

test('tool calls that nobody counted, or that no budget limits, are neither kept nor over', () => {
  expect(runOf({})).toMatchObject({ verdict: 'not-counted' });
  const tool_calls = { count: 3, complete: true, budget: null };
  expect(runOf({ tool_calls }, { [AGENT]: [] })).toMatchObject({ verdict: 'no-budgets' });
  // An agent may be called like what every object has.
  expect(runOf({ tool_calls, agent: 'constructor' })).toMatchObject({ verdict: 'over' });
});

describe('a report of any shape loses nothing', () => {
  test.each([
    ['keys that we do not know', { performance: { p95: 3 }, ключ: [1] }],
    ['a key of ours under another name', { endpoints: [{ method: 'GET', path: '/' }] }],
    ['decisions that are no texts', { decisions: [3, { title: 'x' }, { decision: 'd', reason: 4 }] }],
    ['decisions in another shape', { decisions: { a: 'b' } }],
    ['blockers that are no texts', { blockers: [{ what: 'x' }] }],
    ['the keys of an object that has others', JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')],
  ])('%s stay with the run', (_, report) => {
    expect(runOf({ report })?.more).toEqual(report);
  });

  test.each([
    ['a text', 'GET /', [{ run: 1, fields: {}, more: 'GET /' }]],
    ['one object', { method: 'GET' }, [{ run: 1, fields: { method: 'GET' } }]],
    ['texts in a list', ['GET /', null], [{ run: 1, fields: {}, more: 'GET /' }]],
    ['further keys', [{ path: 3, tags: [] }], [{ run: 1, fields: { path: 3 }, more: { tags: [] } }]],
    ['nothing', null, []],
    ['an empty object', [{}], [{ run: 1, fields: {}, more: {} }]],
    ['a list in a list', [['GET']], [{ run: 1, fields: {}, more: ['GET'] }]],
  ])('endpoints may be %s', (_, endpoints_created, expected) => {
    expect(activityOf({ [STATE]: stateOf({ report: { endpoints_created } }) }).endpoints).toEqual(expected);
  });

  test('a decision with more than a reason is listed, and stays with its run for what else it says', () => {
    const decision = { decision: 'd', reason: 'r', alternatives: ['e'] };
    const { runs, decisions } = activityOf({ [STATE]: stateOf({ report: { decisions: [decision, 'plain'] } }) });
    expect(decisions.map((each) => each.decision)).toEqual(['d', 'plain']);
    expect(runs[0]?.more).toEqual({ decisions: [decision] });
  });

  test('a feature that the record names otherwise than the report is kept, and one that only one of them names', () => {
    expect(runOf({ feature: 'a', report: { feature: 'b' } })).toMatchObject({ feature: 'a', more: { feature: 'b' } });
    expect(runOf({ feature: 'a' })).toMatchObject({ feature: 'a', more: {} });
    expect(runOf({ report: { feature: 'b' } })?.more).toEqual({ feature: 'b' });
  });

  test('so do keys of the record and of the files that are not ours', () => {
    const { runs, more } = activityOf({ [STATE]: stateOf({ note: 'mine' }, { mine: { a: 1 } }) });
    expect(runs[0]?.record).toEqual({ note: 'mine' });
    expect(more).toEqual({ 'session/state.json': { mine: { a: 1 } } });
  });
});

test('a decision is active while it stands in the file of active ones, and only once on record', () => {
  const { decisions } = activityOf(EXAMPLE);
  expect(decisions.map(({ decision, standing, run }) => [decision, standing, run])).toEqual([
    ['Order events are sent by SSE', 'active', 5],
    ['Webhooks are stored before they are handled', 'active', 4],
    ['Orders are paged by cursor', 'withdrawn', 3],
    ['Addresses are unique by constraint', 'active', 2],
    ['Refresh tokens are rotated', 'active', 2],
  ]);
  const unread = activityOf({ ...EXAMPLE, [ACTIVE]: '{' }).decisions;
  expect(unread.map(({ standing }) => standing)).toEqual(Array(5).fill('unknown'));
});

test('a handoff names its run and state, and holds only what the report of the run does not', () => {
  const { handoffs } = activityOf(EXAMPLE);
  expect(handoffs.map(({ to, run, status, keys, more }) => [to, run, status, keys, more])).toEqual([
    ['database-engineer', 4, 'pending', ['models_created'], {}],
    ['frontend-ui-developer', 3, 'pending', ['endpoints_created'], {}],
    ['database-engineer', 2, 'closed', ['models_created'], {}],
  ]);
  const { [STATE]: _, ...withoutRuns } = EXAMPLE;
  expect(activityOf(withoutRuns).handoffs[0]?.more).toEqual({
    run: 'agent-d4e8',
    payload: { models_created: [expect.objectContaining({ name: 'WebhookEvent' })] },
  });
});

test('what waits in the inbox counts, once', () => {
  const inbox = (name: string, outcome: object) => ({
    [`.claude/context/session/inbox/${name}.json`]: JSON.stringify(outcome),
  });
  const run = { id: 'agent-f61d', agent: AGENT, at: '2026-04-03T08:00:00.000Z' };
  const { runs } = activityOf({
    ...EXAMPLE,
    ...inbox('a', { kind: 'completed', run, record: {}, report: { feature: 'invoices' } }),
    ...inbox('b', { kind: 'pending', run: { ...run, id: 'new' }, record: {}, blockers: [] }),
  });
  expect(runs).toHaveLength(7);
  expect(runs.find(({ id }) => id === 'agent-f61d')).toMatchObject({ standing: 'completed', feature: 'invoices' });
});

test('older shapes are read, and only a time that is certain is taken for one', () => {
  const { runs, decisions } = activityOf({
    [STATE]: JSON.stringify({
      agent_decisions: { [AGENT]: { paging: 'by cursor' } },
      tasks_completed: ['orders', { task: 'users', date: '2026-01-02' }, { name: 'x', timestamp: '2026-01-02 10:00' }],
      tasks_pending: [{ task: 'invoices', at: '2026-01-03T10:00:00+02:00' }],
    }),
    [ACTIVE]: JSON.stringify(['by hand']),
  });
  expect(runs.map(({ feature, at: { text, iso } }) => [feature, text, iso])).toEqual([
    [null, '2026-01-03T10:00:00+02:00', '2026-01-03T08:00:00.000Z'],
    ['users', '2026-01-02', '2026-01-02T00:00:00.000Z'],
    ['x', '2026-01-02 10:00', undefined],
    ['orders', '', undefined],
  ]);
  expect(runs[0]?.record).toEqual({ task: 'invoices' });
  expect(decisions.map(({ decision, standing, run }) => [decision, standing, run])).toEqual([
    ['by hand', 'active', undefined],
    ['paging: by cursor', 'withdrawn', undefined],
  ]);
});

test('an empty repository has an empty activity; one with an unreadable file has not', () => {
  expect(isEmpty(activityOf({}))).toBe(true);
  expect(isEmpty(activityOf({ [STATE]: '{' }))).toBe(false);
});
