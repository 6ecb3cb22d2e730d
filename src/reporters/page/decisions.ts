import type { Activity, RecordedDecision } from '../../activity/activity.js';
import { html, type Markup } from './html.js';
import { showMoment } from './moments.js';
import type { LinkToRun, Section } from './section.js';
import { showMore, showText } from './values.js';

const WORDS: Record<RecordedDecision['standing'], string> = {
  active: 'active',
  withdrawn: 'no longer active',
  unknown: 'may be active',
};

export function showDecisions({ decisions }: Activity, linkTo: LinkToRun): Section[] {
  if (decisions.length === 0) return [];
  const body = html`<p class="lead">Active decisions are given to agents as they start.</p>
<ul class="cards">
${decisions.map((decision) => showDecision(decision, linkTo))}</ul>
`;
  return [{ id: 'decisions', title: 'Decisions', count: decisions.length, body }];
}

function showDecision(decision: RecordedDecision, linkTo: LinkToRun): Markup {
  const { agent, run, at, decision: text, reason, standing, more } = decision;
  const link = linkTo(run);
  return html`<li class="card ${standing}">
<h3>${showText(text)} <span class="tag ${standing}">${WORDS[standing]}</span></h3>
${reason === undefined ? undefined : html`<p class="reason">${showText(reason)}</p>`}
${showMore(more)}
<p class="meta">${showMoment(at)}${agent === '' ? undefined : html`, ${showText(agent)}`}${link ? html`, in ${link}` : undefined}</p>
</li>
`;
}
