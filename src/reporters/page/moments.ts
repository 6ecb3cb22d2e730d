import type { Moment } from '../../activity/activity.js';
import { html, type Markup } from './html.js';
import { showText } from './values.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time in UTC, `4 Nov 2026, 09:12`; a text that is no certain time as it was recorded. */
export function showMoment({ text, iso }: Moment): Markup {
  if (iso === undefined) return text === '' ? html`no date` : showText(text);
  return html`<time datetime="${iso}">${dayOf(iso)}, ${clockOf(iso)}</time>`;
}

export function showDay({ text, iso }: Moment): Markup {
  return iso === undefined ? showText(text) : html`<time datetime="${iso.slice(0, 10)}">${dayOf(iso)}</time>`;
}

/** `4 Nov 2026`, whatever the language of the machine. Years beyond 9999 keep the form of ISO 8601. */
export function dayOf(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso;
}

export function clockOf(iso: string): string {
  return iso.slice(11, 16);
}
