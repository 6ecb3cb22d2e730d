import type { Activity, Budgets, Run } from '../../activity/activity.js';
import { plural } from '../../plural.js';
import { describeToolCalls, largestBudget, nameRun } from '../run-words.js';
import { showChart } from './chart.js';
import { html, type Markup } from './html.js';
import { clockOf, showDay } from './moments.js';
import type { Section } from './section.js';
import { showMore, showText } from './values.js';

/** The runs over time, newest first, below a chart of their tool calls. */
export function showRuns({ runs, budgets }: Activity): Section {
  const body = html`${showChart(runs, budgets)}<ol class="timeline" reversed>
${runs.map((run) => showRun(run, budgets))}</ol>
`;
  return { id: 'runs', title: 'Runs', count: runs.length, body };
}

function showRun(run: Run, budgets: Budgets): Markup {
  const { number, id, agent, at, standing, outside, blockers, more, record } = run;
  const clock = at.iso === undefined ? undefined : html` <span class="clock">${clockOf(at.iso)} UTC</span>`;
  return html`<li id="run-${number}" class="run ${standing}">
<p class="when">${at.text === '' ? 'No date' : showDay(at)}${clock}</p>
<article aria-labelledby="run-${number}-title">
<h3 id="run-${number}-title">${showText(nameRun(run))} <span class="tag ${standing}">${standing}</span></h3>
${showMeta(agent, run)}
${showToolCalls(run, budgets)}
${showList('Blockers', 'blockers', blockers)}${showList('Changed outside the boundaries', 'outside', outside)}
${showMore(more)}${showMore(record)}
<p class="id">Run ${number}${id === '' ? undefined : html`, <code>${showText(id)}</code>`}</p>
</article>
</li>
`;
}

function showMeta(agent: string, { counts: { endpoints, models, middleware } }: Run): Markup | undefined {
  const counts = [
    ...(endpoints > 0 ? [plural(endpoints, 'endpoint')] : []),
    ...(models > 0 ? [plural(models, 'model')] : []),
    ...(middleware > 0 ? [`${middleware} middleware`] : []),
  ].join(', ');
  if (agent === '') return counts === '' ? undefined : html`<p class="meta">${counts}</p>`;
  return html`<p class="meta">by ${showText(agent)}${counts === '' ? '' : ` – ${counts}`}</p>`;
}

function showToolCalls(run: Run, budgets: Budgets): Markup {
  const words = describeToolCalls(run, budgets);
  const limit = run.toolCalls?.budget?.max ?? largestBudget(budgets, run.agent);
  const count = run.toolCalls?.count;
  const share = limit && count !== undefined ? Math.round(Math.min(1, Math.max(0, count / limit)) * 100) : undefined;
  const meter =
    share === undefined
      ? undefined
      : html`<svg class="meter" height="6" aria-hidden="true"><rect class="track" width="100%" height="6" rx="3"/><rect class="filled" width="${share}%" height="6" rx="3"/></svg>`;
  return html`<div class="calls ${run.verdict}">${meter}<p>${showText(words)}</p></div>`;
}

function showList(title: string, name: 'blockers' | 'outside', texts: readonly string[]): Markup | undefined {
  if (texts.length === 0) return undefined;
  const items = texts.map((text) => html`<li>${showText(text)}</li>`);
  return html`<div class="notice ${name}"><h4>${title}</h4><ul>${items}</ul></div>\n`;
}
