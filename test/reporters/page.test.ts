import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../src/activity/read-records.js';
import { summarize } from '../../src/activity/summarize.js';
import { html, visible } from '../../src/reporters/page/html.js';
import { formatPage } from '../../src/reporters/page/page.js';
import { EXAMPLE } from '../activity/example-context.js';
import { HOSTILE_TEXTS, hostileContext, LONG_TEXT } from '../activity/hostile-context.js';
import { activityOf, BUDGETS } from '../activity/read-activity.js';
import { readPage } from '../support/page-tokens.js';

const FACTS = { repository: 'shop', madeAt: new Date('2026-04-04T09:12:00.000Z'), version: '1.2.3' };
const pageOf = (files: Record<string, string>, repository = 'shop') =>
  formatPage(activityOf(files), { ...FACTS, repository });

const ELEMENTS = new Set(
  'html head meta title style body header footer main nav section article h1 h2 h3 h4 p ul ol li dl dt dd div span strong code time a table caption thead tbody tr th td figure figcaption svg rect line text'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset name content http-equiv id class href datetime aria-label aria-labelledby aria-hidden role scope data-label tabindex reversed x y x1 x2 y1 y2 rx width height'.split(
    ' ',
  ),
);

/** Everything that a page is made of but its text. */
const skeletonOf = (page: string) =>
  readPage(page).tags.map(({ name, attributes }) => `${name} ${attributes.map((pair) => pair.join('=')).join(' ')}`);

function expectHarmless(page: string) {
  const { tags } = readPage(page);
  for (const { name, attributes } of tags) {
    expect(ELEMENTS).toContain(name);
    for (const [attribute, value] of attributes) {
      expect(ATTRIBUTES).toContain(attribute);
      if (attribute === 'href') expect(value).toMatch(/^#[a-z]+(?:-\d+)?$/);
      if (attribute === 'id') expect(value).toMatch(/^[a-z]+(?:-\d+)?(?:-title)?$/);
    }
  }
}

describe('whatever text stands in every place of the data', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 });
  const anyText = fc.oneof(
    units.map((codes) => String.fromCharCode(...codes)),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc
      .array(fc.constantFrom(...'<>"\'&/=;:-!#[]`{$}\\ \n\0scriptylea'), { minLength: 1, maxLength: 30 })
      .map((all) => all.join('')),
    fc.constantFrom(...HOSTILE_TEXTS),
  );
  const harmless = skeletonOf(pageOf(hostileContext('x'), 'x'));

  test('the page is made of the same elements and attributes as with a harmless one, and holds the text as text', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => text.trim() !== '' && !/^\d+$/.test(text)),
        (text) => {
          const page = pageOf(hostileContext(text), text);
          expect(skeletonOf(page)).toEqual(harmless);
          expect(readPage(page).text).toContain(visible(text));
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([...HOSTILE_TEXTS, LONG_TEXT.slice(0, 5_000), '\n'.repeat(50), '7', ' '])(
    'no element and no attribute comes about that is not ours: %j',
    (text) => {
      expectHarmless(pageOf(hostileContext(text), text));
    },
  );

  test('nothing on the page turns the text round or is invisible', () => {
    expect(pageOf(hostileContext(HOSTILE_TEXTS.join('')), 'x')).not.toMatch(
      /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u,
    );
  });
});

test('a text of 100 kB is on the page as a whole', () => {
  expect(pageOf(hostileContext(LONG_TEXT))).toContain(LONG_TEXT);
});

test('what is put into a template is escaped unless a template made it', () => {
  const bold = html`<b title="${'"\'<>&'}">${'<i>'}</b>`;
  expect(String(html`${bold}${[bold, '<u>']}${undefined}${3}`)).toBe(`${bold}${bold}&lt;u&gt;3`);
  expect(String(bold)).toBe('<b title="&quot;&#39;&lt;&gt;&amp;">&lt;i&gt;</b>');
  // A value that was parsed from JSON cannot pass for markup.
  expect(String(html`${{ toString: () => '<b>' } as unknown as string}`)).toBe('&lt;b&gt;');
});

describe('the page of an example', () => {
  const page = pageOf(EXAMPLE);
  const { text, tags } = readPage(page);

  test('has what the runs did: endpoints, models, decisions, handoffs and the rest', () => {
    expectHarmless(page);
    for (const part of [
      ...[
        'from 3 Mar 2026 to 2 Apr 2026',
        'Times are in UTC',
        'Made 4 Apr 2026, 09:12 UTC',
        '4 of 6',
        '5 completed, 1 pending',
      ],
      ...[
        '97 tool calls, over the largest budget (80)',
        '52 tool calls, within budget (Authentication system: up to 60)',
      ],
      ...['at least 61 tool calls, which may be more than the budget (Full microservice: up to 80)'],
      ...[
        'docker-compose.yml',
        'The database of the invoices cannot be reached from here',
        '/api/v1/orders/{order_id}',
      ],
      ...['webhook_events', 'RateLimitMiddleware', 'allow_origins', 'JWT with 15min access / 7d refresh'],
      ...[
        'pytest backend/tests/api/test_webhooks.py -q',
        'Orders are paged by cursor',
        'no longer active',
        'A check beforehand loses a race',
      ],
      ...[
        'frontend-ui-developer',
        'closed 6 Mar 2026, 08:30',
        'docs/postman/auth.json',
        'p95_ms',
        'wrk, 50 connections',
      ],
    ]) {
      expect(text).toContain(part);
    }
  });

  test('is one file without scripts and without an address, and says so to the browser', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    );
    const [styles = ''] = /<style>[\s\S]*<\/style>/.exec(page) ?? [];
    expect(styles).not.toMatch(/url\(|@import|@font-face/);
    expect(page).not.toMatch(/<script|<link|<img| on[a-z]+=| src=/i);
  });

  test('has headings in order, a header for each column, and a name for each region and table', () => {
    const levels = tags.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name.slice(1)));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
      expect(level).toBeGreaterThan(1);
    });
    const attributesOf = (name: string) =>
      tags.filter((tag) => tag.name === name).map((tag) => Object.fromEntries(tag.attributes));
    expect(attributesOf('html')).toEqual([{ lang: 'en' }]);
    for (const { scope } of attributesOf('th')) expect(scope).toMatch(/^(?:col|row)$/);
    expect(attributesOf('caption')).toHaveLength(attributesOf('table').length);
    const ids = new Set(
      tags.flatMap(({ attributes }) => attributes.filter(([name]) => name === 'id').map(([, id]) => id)),
    );
    const named = tags.flatMap(({ attributes }) =>
      attributes.filter(([name]) => name === 'aria-labelledby' || name === 'href'),
    );
    for (const [, target] of named) expect(ids).toContain(target.replace('#', ''));
    for (const { datetime } of attributesOf('time'))
      expect(datetime).toMatch(/^2026-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
  });

  test('is the same, byte for byte, for the same records and time', () => {
    expect(pageOf(EXAMPLE)).toBe(page);
  });
});

test('without records the page says that there are none and how they come about', () => {
  const { text } = readPage(pageOf({}));
  expect(text).toContain('Nothing is recorded yet');
  expect(text).toContain('ask for backend work');
});

test('records and budgets that are not there leave no trace of a crash', () => {
  const activity = summarize(readRecords('/nowhere/at/all'), BUDGETS);
  expect(readPage(formatPage(activity, FACTS)).text).toContain('Nothing is recorded yet');
});

test('of a thousand runs all are listed and the newest forty drawn', () => {
  const tasks_completed = Array.from({ length: 1_000 }, (_, index) => ({
    ...{ run: `r${index}`, agent: 'a', at: new Date(1.77e12 + index * 6e7).toISOString(), feature: `f${index}` },
    ...{ tool_calls: { count: index, complete: true, budget: null }, report: {} },
  }));
  const state = { $schema: 'session-state/1', agent_decisions: {}, tasks_completed, tasks_pending: [] };
  const page = pageOf({ '.claude/context/session/state.json': JSON.stringify(state) });
  expect(page.match(/<li id="run-/g)).toHaveLength(1_000);
  expect(page.match(/<rect class="bar/g)).toHaveLength(40);
  expect(readPage(page).text).toContain('The newest 40 of 1000 runs, oldest first.');
});
