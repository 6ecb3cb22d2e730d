import type { Activity } from '../../activity/activity.js';
import { countActivity, type Figures } from '../../activity/figures.js';
import { html, type Markup } from './html.js';
import { dayOf } from './moments.js';

/** The figures at the top of the page. */
export function showFigures(activity: Activity): Markup {
  const figures = countActivity(activity);
  const { runs, endpoints, models, decisions, handoffs, outside } = figures;
  return html`<dl class="figures">
${showFigure('Runs', runs.completed + runs.pending, listCounts(runs))}
${showFigure('Endpoints', endpoints)}
${showFigure('Models', models)}
${showFigure('Decisions', decisions.all, listCounts({ active: decisions.active }))}
${showFigure('Handoffs', handoffs.pending + handoffs.closed, listCounts(handoffs))}
${showBudgets(figures)}
${outside.files > 0 ? showFigure('Files outside the boundaries', outside.files, `in ${outside.runs} of ${activity.runs.length} runs`) : undefined}
</dl>
`;
}

/** When the first and the last run ended. */
export function showPeriod(activity: Activity): Markup | undefined {
  const { first, last } = countActivity(activity);
  if (first?.iso === undefined || last?.iso === undefined) return undefined;
  const [from, to] = [dayOf(first.iso), dayOf(last.iso)];
  const day = (iso: string) => html`<time datetime="${iso.slice(0, 10)}">${dayOf(iso)}</time>`;
  return from === to ? html`on ${day(last.iso)}` : html`from ${day(first.iso)} to ${day(last.iso)}`;
}

function showBudgets({ budgets: { kept, over, uncertain, ...others } }: Figures): Markup | undefined {
  const counted = kept + over + uncertain;
  if (counted === 0) return undefined;
  const notes = listCounts({ over, uncertain, 'not counted': others['not-counted'] });
  return showFigure('Runs within budget', `${kept} of ${counted}`, notes);
}

/** `5 completed, 1 pending`, without what there is none of. */
function listCounts(counts: Record<string, number>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count} ${words}`)
    .join(', ');
}

function showFigure(label: string, value: number | string, note = ''): Markup {
  return html`<div><dt>${label}</dt><dd><span class="value">${value}</span>${note === '' ? undefined : html` <span class="note">${note}</span>`}</dd></div>`;
}
