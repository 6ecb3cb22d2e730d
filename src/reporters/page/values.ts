import { isObject } from '../../is-object.js';
import { html, type Markup } from './html.js';

/** What is longer scrolls within itself, so that one text does not push all others away. */
const LONG_TEXT = 1_500;
const MANY_LINES = 24;
/** What lies deeper is shown as JSON: each level of lists takes away from the width of a phone. */
const DEEPEST_LIST = 3;

/** A text of any length. */
export function showText(text: string): Markup {
  const isLong = text.length > LONG_TEXT || text.split('\n', MANY_LINES + 1).length > MANY_LINES;
  return isLong ? html`<span class="long" tabindex="0">${text}</span>` : html`<span class="text">${text}</span>`;
}

/** A value of any shape, with all that it holds. */
export function showValue(value: unknown, depth = 0): Markup {
  if (typeof value === 'string') return value === '' ? showNone('empty text') : showText(value);
  if (value === null || value === undefined) return showNone('none');
  if (typeof value !== 'object') return html`<code>${String(value)}</code>`;
  const length = Object.keys(value).length;
  if (length === 0) return showNone(Array.isArray(value) ? 'empty list' : 'empty');
  if (depth >= DEEPEST_LIST) return html`<code class="json">${showText(JSON.stringify(value, null, 2))}</code>`;
  if (Array.isArray(value)) {
    return html`<ul class="values">${value.map((item: unknown) => html`<li>${showValue(item, depth + 1)}</li>`)}</ul>`;
  }
  return isObject(value) ? showKeys(value, depth) : showNone('none');
}

/** An object as a list of its keys, each with its value. */
export function showKeys(value: Readonly<Record<string, unknown>>, depth = 0): Markup {
  const entries = Object.entries(value).map(
    ([key, item]) => html`<div><dt>${showText(key)}</dt><dd>${showValue(item, depth + 1)}</dd></div>`,
  );
  return html`<dl class="keys">${entries}</dl>`;
}

/** Further keys, where there are any. */
export function showMore(more: Readonly<Record<string, unknown>>): Markup | undefined {
  return Object.keys(more).length > 0 ? showKeys(more) : undefined;
}

function showNone(words: string): Markup {
  return html`<span class="none">${words}</span>`;
}
