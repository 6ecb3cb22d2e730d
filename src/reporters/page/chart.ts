import type { Budgets, Run } from '../../activity/activity.js';
import { plural } from '../../plural.js';
import { describeToolCalls, nameRun } from '../run-words.js';
import { html, type Markup } from './html.js';
import { showText } from './values.js';

/** Of more runs the newest are drawn. */
const MOST_RUNS = 40;
/** So that a few runs are a few slim bars and not a wall. */
const FEWEST_COLUMNS = 12;
/** Sizes in pixels; across, everything is in percent, so that letters keep their size on a narrow screen. */
const PLOT = 168;
const AXIS = 22;
const LETTER = 13;
const BAR_SHARE = 0.64;

/** A chart for each agent whose calls were counted: a bar for each run, a line for each budget. */
export function showChart(runs: readonly Run[], budgets: Budgets): Markup[] {
  const agents = [...new Set(runs.filter(({ toolCalls }) => toolCalls).map(({ agent }) => agent))];
  return agents.map((agent, index) => {
    const own = runs.filter((run) => run.agent === agent);
    const drawn = own.slice(0, MOST_RUNS).reverse();
    return drawChart(agents.length > 1 ? agent : undefined, drawn, own.length, budgets, index);
  });
}

function drawChart(
  agent: string | undefined,
  runs: readonly Run[],
  total: number,
  budgets: Budgets,
  index: number,
): Markup {
  const lines = budgetsOf(runs[0]?.agent, budgets);
  const largest = Math.max(1, ...runs.map(countOf), ...lines.map(({ max }) => max));
  const heightOf = (count: number) => Math.round((Math.min(count, largest) / (largest * 1.06)) * PLOT * 10) / 10;
  const columns = Math.max(runs.length, FEWEST_COLUMNS);
  const every = Math.ceil(runs.length / 12);
  const bars = runs.map((run, at) => drawBar(run, { at, columns, budgets, heightOf, isNamed: at % every === 0 }));
  const which = runs.length < total ? `The newest ${runs.length} of ${total} runs` : plural(total, 'run');
  const kinds = lines.length > 0 ? html` Lines are budgets: ${showText(listBudgets(lines))}.` : undefined;
  return html`<figure class="chart">
<figcaption id="chart-${index}"><strong>Tool calls of each run${agent === undefined ? undefined : html` of ${showText(agent)}`}</strong> ${which}, oldest first.${kinds}</figcaption>
<svg role="img" aria-labelledby="chart-${index}" width="100%" height="${PLOT + AXIS}">
${drawLines(lines, heightOf)}<line class="base" x1="0" x2="100%" y1="${PLOT}" y2="${PLOT}"/>
${bars}</svg>
</figure>
`;
}

function drawLines(lines: Budgets[string], heightOf: (count: number) => number): Markup[] {
  let free = PLOT;
  return lines.map(({ max }) => {
    const y = PLOT - heightOf(max);
    const isNamed = y <= free - LETTER;
    if (isNamed) free = y;
    const name = isNamed ? html`<text class="limit" x="-8" y="${y + 4}">${max}</text>` : undefined;
    return html`<line class="budget" x1="0" x2="100%" y1="${y}" y2="${y}"/>${name}\n`;
  });
}

interface Place {
  at: number;
  columns: number;
  budgets: Budgets;
  heightOf(count: number): number;
  /** Whether its number stands below it. */
  isNamed: boolean;
}

function drawBar(run: Run, { at, columns, budgets, heightOf, isNamed }: Place): Markup {
  const width = 100 / columns;
  const percent = (share: number) => `${Math.round((at + share) * width * 100) / 100}%`;
  const height = run.toolCalls ? Math.max(2, heightOf(countOf(run))) : 2;
  const size = `${Math.round(width * BAR_SHARE * 100) / 100}%`;
  const number = isNamed
    ? html`<text class="number" x="${percent(0.5)}" y="${PLOT + 16}">${run.number}</text>`
    : undefined;
  const what = `Run ${run.number}, ${nameRun(run).slice(0, 200)}, ${run.standing}: ${describeToolCalls(run, budgets)}`;
  return html`<rect class="bar ${run.verdict} ${run.standing}" x="${percent((1 - BAR_SHARE) / 2)}" y="${PLOT - height}" width="${size}" height="${height}" rx="2"><title>${what}</title></rect>${number}\n`;
}

function countOf({ toolCalls }: Run): number {
  return Math.max(0, toolCalls?.count ?? 0);
}

/** From the smallest to the largest. */
function budgetsOf(agent: string | undefined, budgets: Budgets): Budgets[string] {
  const own = agent !== undefined && Object.hasOwn(budgets, agent) ? budgets[agent] : undefined;
  return [...(own ?? [])].sort((a, b) => a.max - b.max);
}

function listBudgets(lines: Budgets[string]): string {
  return lines.map(({ task, max }) => `${task} ${max}`).join(', ');
}
