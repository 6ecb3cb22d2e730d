import type { Run } from '../../activity/activity.js';
import { nameRun } from '../run-words.js';
import { html, type Markup } from './html.js';

/** A part of the page with a heading of its own. */
export interface Section {
  /** Its name in the address of the page. */
  id: string;
  title: string;
  count: number;
  body: Markup;
}

/** Markup that leads to a run, by its number; undefined where there is none. */
export type LinkToRun = (run: number | undefined) => Markup | undefined;

/** The longest name of a run in a link; the run itself has all of it. */
const LONGEST_NAME = 60;

export function makeLinks(runs: readonly Run[]): LinkToRun {
  const byNumber = new Map(runs.map((run) => [run.number, run]));
  return (number) => {
    const run = number === undefined ? undefined : byNumber.get(number);
    return run && html`<a href="#run-${run.number}">${shorten(nameRun(run))}</a>`;
  };
}

export function showSection({ id, title, count, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} <span class="count">${count}</span></h2>
${body}</section>
`;
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_NAME)];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : text;
}
