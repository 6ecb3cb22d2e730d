import { html, type Markup } from './html.js';

/** A column: its heading, and what stands in it for a row; undefined where there is nothing. */
export interface Column<Row> {
  heading: string;
  cell(row: Row): Markup | undefined;
  /** Says what the row is about. */
  isHeader?: true;
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
    const cells = filled.map(({ heading, isHeader, cells: all }) => showCell(heading, all[index], isHeader));
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

function showCell(heading: string, cell: Markup | undefined, isHeader: true | undefined): Markup {
  if (isHeader) return html`<th scope="row" role="rowheader" data-label="${heading}">${cell ?? html`–`}</th>`;
  if (!cell) return html`<td role="cell" data-label="${heading}" class="absent">–</td>`;
  return html`<td role="cell" data-label="${heading}">${cell}</td>`;
}
