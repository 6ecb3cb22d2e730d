import type { Activity, Entry } from '../../activity/activity.js';
import { html, type Markup } from './html.js';
import type { LinkToRun, Section } from './section.js';
import { type Column, showTable } from './table.js';
import { showText, showValue } from './values.js';

/** What the reports list, a section for each kind. */
export function showReportLists(activity: Activity, linkTo: LinkToRun): Section[] {
  const { endpoints, models, middleware, security, tests } = activity;
  return [
    section('endpoints', 'Endpoints', endpoints, [
      { heading: 'Method', cell: field('method', 'method'), look: 'bare' },
      { heading: 'Path', cell: field('path', 'name'), look: 'header' },
      { heading: 'Auth', cell: field('auth') },
      { heading: 'Rate limit', cell: field('rate_limit') },
      ...origin(linkTo),
    ]),
    section('models', 'Models', models, [
      { heading: 'Model', cell: field('name', 'name'), look: 'header' },
      { heading: 'Table', cell: field('table', 'name') },
      { heading: 'Fields', cell: field('fields', 'name'), look: 'wide' },
      ...origin(linkTo),
    ]),
    section('middleware', 'Middleware', middleware, [
      { heading: 'Middleware', cell: field('name', 'name'), look: 'header' },
      { heading: 'Settings', cell: field('config'), look: 'wide' },
      ...origin(linkTo),
    ]),
    { id: 'security', title: 'Security measures', count: security.length, body: showByRun(security, linkTo, 'plain') },
    { id: 'tests', title: 'Test commands', count: tests.length, body: showByRun(tests, linkTo, 'commands') },
  ].filter(({ count }) => count > 0);
}

function section<Key extends string>(
  id: string,
  title: string,
  entries: readonly Entry<Key>[],
  columns: readonly Column<Entry<Key>>[],
): Section {
  return { id, title, count: entries.length, body: showTable('Newest run first', columns, entries) };
}

function field<Key extends string>(key: Key, look?: 'name' | 'method') {
  return ({ fields }: Entry<Key>): Markup | undefined => {
    const value = fields[key];
    if (value === undefined) return undefined;
    return look ? html`<span class="${look}">${showValue(value, 1)}</span>` : showValue(value, 1);
  };
}

function origin(linkTo: LinkToRun): Column<Entry<string>>[] {
  return [
    { heading: 'More', cell: ({ more }) => (more === undefined ? undefined : showValue(more, 1)), look: 'wide' },
    { heading: 'Run', cell: ({ run }) => linkTo(run) },
  ];
}

/** Entries that are texts as a rule, below the run that reported them. */
function showByRun(entries: readonly Entry[], linkTo: LinkToRun, look: 'plain' | 'commands'): Markup {
  const runs = [...new Set(entries.map(({ run }) => run))];
  const groups = runs.map((run) => {
    const items = entries
      .filter((entry) => entry.run === run)
      .map(({ more }) => html`<li>${typeof more === 'string' ? showText(more) : showValue(more)}</li>`);
    return html`<div class="group"><h3>${linkTo(run)}</h3><ul>${items}</ul></div>\n`;
  });
  return html`<div class="groups ${look}">
${groups}</div>
`;
}
