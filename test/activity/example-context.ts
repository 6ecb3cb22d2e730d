/** The files of a context folder in which an agent has worked for some weeks, by their paths in the repository. */
export const AGENT = 'backend-system-architect';

const CONTEXT = '.claude/context';

const BUDGETS = [
  ['Single endpoint', 15],
  ['CRUD feature', 40],
  ['Authentication system', 60],
  ['Full microservice', 80],
] as const;

function completed(run: string, at: string, calls: number, report: Record<string, unknown>, more: object = {}) {
  const budget = BUDGETS.find(([, max]) => calls <= max)?.[0] ?? null;
  const full = {
    endpoints_created: [],
    models_created: [],
    middleware_added: [],
    security_measures: [],
    test_commands: [],
    documentation: { openapi_updated: true, postman_collection: null },
    ...report,
  };
  const tool_calls = { count: calls, complete: true, budget };
  return { run, agent: AGENT, at, feature: report.feature ?? null, tool_calls, ...more, report: full };
}

const ORDERS = 'curl -sS localhost:8500/api/v1/orders';

export const COMPLETED = [
  completed('agent-a1f0', '2026-03-03T10:24:00.000Z', 12, {
    feature: 'health-check',
    endpoints_created: [{ method: 'GET', path: '/api/v1/health', auth: 'none', rate_limit: '100/min' }],
    security_measures: ['No version number in the answer'],
    test_commands: ['curl -sS localhost:8500/api/v1/health'],
  }),
  completed('agent-b7c2', '2026-03-05T15:41:00.000Z', 52, {
    feature: 'user-authentication',
    endpoints_created: [
      { method: 'POST', path: '/api/v1/auth/register', auth: 'none', rate_limit: '5/min' },
      { method: 'POST', path: '/api/v1/auth/login', auth: 'none', rate_limit: '10/min' },
      { method: 'POST', path: '/api/v1/auth/refresh', auth: 'bearer', rate_limit: '30/min' },
    ],
    models_created: [{ name: 'User', table: 'users', fields: ['id', 'email', 'password_hash', 'created_at'] }],
    middleware_added: [
      { name: 'RateLimitMiddleware', config: { default: '100/min', login: '10/min' } },
      { name: 'CORSMiddleware', config: { allow_origins: ['https://app.example.com'] } },
    ],
    security_measures: [
      'bcrypt password hashing (cost=12)',
      'JWT with 15min access / 7d refresh',
      'Rate limits on all auth endpoints',
    ],
    test_commands: [
      'curl -X POST localhost:8500/api/v1/auth/login -H \'Content-Type: application/json\' -d \'{"email":"test@test.com","password":"pass"}\'',
    ],
    documentation: { openapi_updated: true, postman_collection: 'docs/postman/auth.json' },
    decisions: [
      { decision: 'Addresses are unique by constraint', reason: 'A check beforehand loses a race' },
      { decision: 'Refresh tokens are rotated', reason: 'A stolen one is noticed when it is used twice' },
    ],
  }),
  completed('agent-c930', '2026-03-11T09:02:00.000Z', 38, {
    feature: 'orders-crud',
    endpoints_created: [
      { method: 'GET', path: '/api/v1/orders', auth: 'bearer', rate_limit: '100/min' },
      { method: 'POST', path: '/api/v1/orders', auth: 'bearer', rate_limit: '30/min' },
      { method: 'GET', path: '/api/v1/orders/{order_id}', auth: 'bearer', rate_limit: '100/min' },
      { method: 'DELETE', path: '/api/v1/orders/{order_id}', auth: 'bearer', rate_limit: null },
    ],
    models_created: [
      { name: 'Order', table: 'orders', fields: ['id', 'user_id', 'status', 'total', 'created_at'] },
      { name: 'OrderLine', table: 'order_lines', fields: ['id', 'order_id', 'sku', 'quantity', 'price'] },
    ],
    security_measures: ['An order of somebody else is a 404'],
    test_commands: [ORDERS, `${ORDERS} -X POST -d @order.json`],
    decisions: [{ decision: 'Orders are paged by cursor', reason: 'Offsets skip rows while others are inserted' }],
  }),
  completed(
    'agent-d4e8',
    '2026-03-19T16:55:00.000Z',
    97,
    {
      feature: 'payment-webhooks',
      endpoints_created: [
        { method: 'POST', path: '/api/v1/webhooks/payments', auth: 'signature', rate_limit: '600/min' },
      ],
      models_created: [
        { name: 'WebhookEvent', table: 'webhook_events', fields: ['id', 'provider', 'payload', 'handled_at'] },
      ],
      security_measures: ['Signatures are compared in constant time', 'Events older than five minutes are refused'],
      test_commands: ['pytest backend/tests/api/test_webhooks.py -q'],
      decisions: [
        {
          decision: 'Webhooks are stored before they are handled',
          reason: 'A crash loses none, and a repeat is known by its id',
        },
      ],
      performance: { p95_ms: 42, measured_with: 'wrk, 50 connections' },
    },
    { outside_boundaries: ['backend/alembic/versions/20260319_webhook_events.py', 'docker-compose.yml'] },
  ),
  completed('agent-e2b5', '2026-03-30T11:20:00.000Z', 26, {
    feature: 'order-events',
    endpoints_created: [{ method: 'GET', path: '/api/v1/orders/events', auth: 'bearer', rate_limit: '100/min' }],
    middleware_added: [{ name: 'RequestIdMiddleware', config: { header: 'X-Request-ID' } }],
    test_commands: ['curl -N localhost:8500/api/v1/orders/events'],
    decisions: [{ decision: 'Order events are sent by SSE', reason: 'They go one way, and proxies pass them on' }],
  }),
];

export const PENDING = [
  {
    run: 'agent-f61d',
    agent: AGENT,
    at: '2026-04-02T14:10:00.000Z',
    blockers: [
      'The database of the invoices cannot be reached from here',
      'endpoints_created[0].rate_limit: expected a rate limit such as 10/min',
    ],
    tool_calls: { count: 61, complete: false, budget: 'Full microservice' },
  },
];

const decisions = COMPLETED.flatMap(({ run, at, report }) =>
  ((report as { decisions?: object[] }).decisions ?? []).map((decision) => ({ agent: AGENT, run, at, ...decision })),
);

const handoff = (
  to: string,
  purpose: string,
  run: (typeof COMPLETED)[number] | undefined,
  key: string,
  closed_at?: string,
) => {
  const id = `${to}--${AGENT}--${run?.run}`;
  const payload = { [key]: (run?.report as Record<string, unknown> | undefined)?.[key] };
  const origin = { from: AGENT, to, purpose, run: run?.run, created_at: run?.at, feature: run?.feature, payload };
  const content = {
    $schema: 'handoff/1',
    id,
    ...origin,
    status: closed_at ? 'closed' : 'pending',
    ...(closed_at ? { closed_at } : {}),
  };
  return [`${CONTEXT}/handoffs/${id}.json`, JSON.stringify(content)];
};

export const EXAMPLE: Record<string, string> = {
  [`${CONTEXT}/session/state.json`]: JSON.stringify({
    $schema: 'session-state/1',
    agent_decisions: { [AGENT]: decisions },
    tasks_completed: COMPLETED,
    tasks_pending: PENDING,
  }),
  [`${CONTEXT}/knowledge/decisions/active.json`]: JSON.stringify({
    $schema: 'decisions/1',
    decisions: decisions.filter(({ run }) => run !== 'agent-c930'),
  }),
  ...Object.fromEntries([
    handoff('database-engineer', 'migrations', COMPLETED[1], 'models_created', '2026-03-06T08:30:00.000Z'),
    handoff('database-engineer', 'migrations', COMPLETED[3], 'models_created'),
    handoff('frontend-ui-developer', 'API contracts', COMPLETED[2], 'endpoints_created'),
  ]),
};
