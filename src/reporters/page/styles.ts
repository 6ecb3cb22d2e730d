import { html } from './html.js';

/** The look of the page: first what holds everywhere, then narrow screens, dark ones and paper. */
export const STYLES = html`
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --surface: #ffffff; --ink: #1d1f21; --quiet: #5c6066; --rule: #e3e0da; --faint: #f1efea;
  --accent: #0b5f70; --accent-soft: #d9ecef; --alert: #a3360c; --alert-soft: #fbeae1;
}
* { box-sizing: border-box; }
html { font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 62rem; padding: 3rem 2rem 4rem; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 2.25rem; line-height: 1.15; letter-spacing: -0.02em; font-weight: 650; }
h2 { font-size: 1.35rem; line-height: 1.3; letter-spacing: -0.01em; font-weight: 650; margin-bottom: 1rem; }
h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 600; }
h4 { font-size: 0.875rem; font-weight: 600; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:focus-visible, .long:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, .name, .method, .commands li { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; }
.text, .long { white-space: pre-wrap; }
.long { display: block; max-height: 18rem; overflow: auto; padding: 0.5rem 0.75rem; background: var(--faint); border-radius: 4px; font-size: 0.875rem; font-weight: 400; }
.none, .absent, .count, .note, .meta, .id, .when, .lead, .eyebrow, footer, caption, figcaption { color: var(--quiet); }
.eyebrow { font-size: 0.875rem; font-weight: 600; color: var(--accent); margin-bottom: 0.35rem; }
.none { font-size: 0.875rem; }
.lead { max-width: 46rem; text-wrap: pretty; margin-top: 0.6rem; }
section > .lead { margin: -0.75rem 0 1rem; }
.count { font-weight: 400; margin-left: 0.2em; }
.meta, .id, .note, footer, figcaption { font-size: 0.875rem; }
main > section, footer { margin-top: 3.5rem; }
footer { border-top: 1px solid var(--rule); padding-top: 1rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: 1.5rem; margin-top: 2rem; padding: 1.5rem 0; border: solid var(--rule); border-width: 1px 0; }
.figures dt { font-size: 0.875rem; color: var(--quiet); }
.value { display: block; font-size: 1.75rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
nav { margin-top: 1.5rem; font-size: 0.9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { display: inline-block; padding: 0.25rem 0; }

.unread { padding: 1.1rem 1.25rem; background: var(--alert-soft); border-left: 3px solid var(--alert); border-radius: 0 6px 6px 0; }
.unread h2 { font-size: 1.05rem; margin-bottom: 0.4rem; color: var(--alert); }
.unread li { margin-bottom: 0.4rem; }
.nothing ol { list-style: decimal; padding-left: 1.3rem; margin-top: 1rem; }
.nothing p { max-width: 42rem; }

.chart { margin-bottom: 2.5rem; }
.chart svg { display: block; margin: 1rem 0 0 2.5rem; width: calc(100% - 2.5rem); overflow: visible; }
.chart strong { display: block; font-weight: 600; color: var(--ink); font-size: 0.9375rem; }
.bar { fill: var(--accent); }
.bar.over { fill: var(--alert); }
.bar.not-counted { fill: var(--quiet); }
.bar.pending { fill-opacity: 0.45; stroke: var(--accent); stroke-dasharray: 3 2; }
.bar.pending.over { stroke: var(--alert); }
.base { stroke: var(--quiet); }
.budget { stroke: var(--quiet); stroke-opacity: 0.55; stroke-dasharray: 2 4; }
.chart text { fill: var(--quiet); font-size: 0.75rem; font-variant-numeric: tabular-nums; }
.limit { text-anchor: end; }
.number { text-anchor: middle; }

.run { display: grid; grid-template-columns: 8rem 1fr; }
.when { padding: 1.1rem 1rem 0 0; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.when time { color: var(--ink); font-weight: 600; }
.clock { display: block; }
.run article { position: relative; border-left: 1px solid var(--rule); padding: 0 0 2rem 1.75rem; min-width: 0; }
.run h3 { padding-top: 0.85rem; }
.run article::before { content: ""; position: absolute; left: -5.5px; top: 1.35rem; width: 10px; height: 10px; border-radius: 50%; background: var(--accent); }
.run.pending article::before { background: var(--ground); border: 2px solid var(--accent); }
.run:last-child article { padding-bottom: 0; }
.run .id { margin-top: 0.6rem; }
.tag { display: inline-block; font-size: 0.75rem; line-height: 1.4; font-weight: 500; letter-spacing: 0; padding: 0.05rem 0.5rem; border-radius: 99px; vertical-align: 0.1em; background: var(--faint); color: var(--quiet); white-space: nowrap; }
.tag.completed, .tag.active { background: var(--accent-soft); color: var(--accent); }
.tag.pending { background: var(--alert-soft); color: var(--alert); }
.calls { margin-top: 0.6rem; font-size: 0.875rem; max-width: 30rem; }
.calls p::first-letter { text-transform: uppercase; }
.calls.over p { color: var(--alert); }
.meter { display: block; width: 100%; margin-bottom: 0.3rem; }
.track { fill: var(--rule); }
.filled { fill: var(--accent); }
.over .filled { fill: var(--alert); }
.notice { margin-top: 0.9rem; padding: 0.1rem 0 0.1rem 0.9rem; border-left: 3px solid var(--alert); font-size: 0.9375rem; }
.notice h4 { color: var(--alert); }
.notice.outside li { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; }

.keys { margin-top: 0.8rem; font-size: 0.875rem; }
.keys > div { display: grid; grid-template-columns: minmax(0, 11rem) minmax(0, 1fr); gap: 0 1rem; padding: 0.3rem 0; border-top: 1px solid var(--rule); }
.keys dt { color: var(--quiet); font-size: 0.875rem; }
.keys .keys { margin-top: 0; }
.keys .keys > div { display: block; border: 0; padding: 0; }
.keys .keys dt, .keys .keys dd { display: inline; }
.keys .keys dt::after { content: ": "; }
.values > li + li { margin-top: 0.15rem; }
.values > li { padding-left: 1rem; text-indent: -1rem; }
.values > li::before { content: "–"; display: inline-block; width: 1rem; text-indent: 0; color: var(--quiet); }
.values > li > * { text-indent: 0; }
.values .keys, .values .values { display: inline-block; width: 100%; }
.json { display: block; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 0.9rem; }
.card { background: var(--surface); border: 1px solid var(--rule); border-radius: 8px; padding: 1rem 1.15rem; min-width: 0; }
.card > * + * { margin-top: 0.4rem; }
.card.withdrawn h3 > .text { color: var(--quiet); text-decoration: line-through; text-decoration-thickness: 1px; }
.groups { display: grid; gap: 1.4rem; }
.group { min-width: 0; }
.group li { padding: 0.35rem 0; border-top: 1px solid var(--rule); }
.group h3 { margin-bottom: 0.35rem; font-size: 0.9375rem; }
.commands li { border: 0; background: var(--faint); border-radius: 4px; padding: 0.5rem 0.75rem; margin-top: 0.4rem; }

table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
caption { text-align: left; font-size: 0.875rem; margin: -0.75rem 0 0.6rem; }
th, td { text-align: left; vertical-align: top; padding: 0.55rem 1rem 0.55rem 0; border-top: 1px solid var(--rule); font-weight: 400; min-width: 5rem; }
thead th { border-top: 0; font-size: 0.875rem; color: var(--quiet); }
td .keys, td .values { margin-top: 0; font-size: inherit; }
td .keys > div { display: block; padding: 0; border: 0; }
td .keys dt, td .keys dd { display: inline; }
td .keys dt::after { content: ": "; }
td .values, td .values > li { display: inline; padding: 0; text-indent: 0; }
td .values > li::before { content: none; }
td .values > li:not(:last-child)::after { content: ", "; }
.method { font-weight: 600; }

@media screen and (max-width: 44rem) {
  body { padding: 2rem 1.1rem 3rem; }
  h1 { font-size: 1.75rem; }
  main > section, footer { margin-top: 2.75rem; }
  .figures { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 1.1rem; padding: 1.1rem 0; }
  .run { grid-template-columns: 1fr; }
  .when { padding: 0.85rem 0 0 1.25rem; border-left: 1px solid var(--rule); }
  .clock { display: inline; }
  .run article { padding: 0 0 1.4rem 1.25rem; }
  .run h3 { padding-top: 0.1rem; }
  .run article::before { top: -0.95rem; }
  .run:last-child article { padding-bottom: 1rem; }
  .keys > div { grid-template-columns: minmax(0, 1fr); }
  table, tbody, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; background: var(--surface); border: 1px solid var(--rule); border-radius: 8px; padding: 0.7rem 1rem 0.8rem; margin-bottom: 0.7rem; }
  thead tr { border: 0; padding: 0; }
  tbody th, tbody td { border: 0; padding: 0; min-width: 0; max-width: 100%; }
  tbody th { flex: 1 1 100%; font-weight: 600; }
  tbody td.bare + th { flex-basis: 60%; }
  tbody td { font-size: 0.875rem; }
  tbody td.wide { flex: 1 1 100%; }
  tbody td:not(.bare)::before { content: attr(data-label) ": "; color: var(--quiet); }
  td.absent { display: none; }
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181a; --surface: #1c2023; --ink: #e7e6e2; --quiet: #a3a8ad; --rule: #33393d; --faint: #23282c;
    --accent: #74c6d6; --accent-soft: #173840; --alert: #f2a27c; --alert-soft: #3a231a;
  }
}

@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --surface: #ffffff; --ink: #000000; --quiet: #4d4d4d; --rule: #c8c8c8; --faint: #ffffff;
    --accent: #0b5f70; --accent-soft: #ffffff; --alert: #8a2c08; --alert-soft: #ffffff;
  }
  html { font-size: 0.8125rem; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, caption, .when { break-after: avoid; }
  .card, .figures, .chart, .group li, tr, .notice { break-inside: avoid; }
  .long { max-height: none; overflow: visible; padding: 0; }
  .tag { border: 1px solid currentcolor; }
  .commands li, .unread { border: 1px solid var(--rule); }
  main > section, footer { margin-top: 2rem; }
  rect { print-color-adjust: exact; }
}
`;
