import { html, type Markup } from './html.js';

/** A column: its heading, and what stands in it for a row; undefined where there is nothing. */
export interface Column<Row> {
  heading: string;
  cell(row: Row): Markup | undefined;
  /** `header` says what the row is about. On a card, `bare` goes without its heading, and `wide` takes all of the width. */
  look?: 'header' | 'bare' | 'wide';
}

/**
 * A table, which becomes a list of cards on a narrow screen. The roles say what the elements are by themselves, as
 * browsers forget it of a table that is not laid out as one. Columns in which nothing stands are left out.
 */
export function showTable<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map((row) => column.cell(row)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  const headings = filled.map(({ heading }) => html`<th scope="col" role="columnheader">${heading}</th>`);
  const body = rows.map((_, index) => {
    const cells = filled.map(({ heading, look, cells: all }) => showCell(heading, all[index], look));
    return html`<tr role="row">${cells}</tr>\n`;
  });
  return html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${body}</tbody>
</table>
`;
}

function showCell(heading: string, cell: Markup | undefined, look: Column<unknown>['look']): Markup {
  if (look === 'header') return html`<th scope="row" role="rowheader">${cell ?? '–'}</th>`;
  return html`<td role="cell" data-label="${heading}" class="${cell ? look : 'absent'}">${cell ?? '–'}</td>`;
}
