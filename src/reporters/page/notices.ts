import type { Activity, Fault } from '../../activity/activity.js';
import { html, type Markup } from './html.js';
import { showText } from './values.js';

/** The files that are not in the report, and what is to be done about them. */
export function showNotices({ faults, keptAside }: Activity): Markup | undefined {
  if (faults.length + keptAside.length === 0) return undefined;
  return html`<section id="unread" class="unread" aria-labelledby="unread-title">
<h2 id="unread-title">Not in this report</h2>
<ul>
${faults.map(showFault)}${keptAside.map((file) => html`<li><code>${file}</code> could not be read by a hook, which moved it aside.</li>\n`)}</ul>
<p>Nothing was changed or moved for this report.</p>
</section>
`;
}

function showFault({ file, kind, reason }: Fault): Markup {
  switch (kind) {
    case 'newer':
      return html`<li><code>${file}</code> was written by a later version of this package (${showText(reason)}). Install that version, or a later one.</li>\n`;
    case 'unreadable':
      return html`<li><code>${file}</code> cannot be read: ${showText(reason.replace(/\.$/, ''))}. Put it right, or move it away.</li>\n`;
  }
}
