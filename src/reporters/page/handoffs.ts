import type { Activity, RecordedHandoff } from '../../activity/activity.js';
import { nameRun } from '../run-words.js';
import { html, type Markup } from './html.js';
import { showMoment } from './moments.js';
import type { LinkToRun, Section } from './section.js';
import { showMore, showText } from './values.js';

export function showHandoffs({ handoffs }: Activity, linkTo: LinkToRun): Section[] {
  if (handoffs.length === 0) return [];
  const body = html`<ul class="cards">
${handoffs.map((handoff) => showHandoff(handoff, linkTo))}</ul>
`;
  return [{ id: 'handoffs', title: 'Handoffs', count: handoffs.length, body }];
}

function showHandoff(handoff: RecordedHandoff, linkTo: LinkToRun): Markup {
  const { id, from, to, purpose, run, status, since, closedAt, keys, more } = handoff;
  return html`<li class="card ${status}">
<h3>${showText(to)} <span class="tag ${status}">${status}</span></h3>
<p>From ${showText(from)}${purpose === '' ? undefined : html`, for ${showText(purpose)}`}: ${linkTo(run) ?? showText(nameRun(handoff))}</p>
${keys.length === 0 ? undefined : html`<p>Hands over ${keys.map((key, at) => html`${at > 0 ? ', ' : ''}<code>${showText(key)}</code>`)}</p>`}
${showMore(more)}
<p class="meta">Since ${showMoment(since)}${closedAt ? html`, closed ${showMoment(closedAt)}` : undefined}</p>
<p class="id"><code>${showText(id)}</code></p>
</li>
`;
}
