/** Size of a cell and of what is around the screen, in pixels. */
const CELL = { width: 8.4, height: 19 };
const PAD = 18;
const BAR = 38;
/** Rows that are kept together: a band that stays the same from frame to frame is drawn once. */
const BAND = 4;
/** How long the end is shown before it begins again, in seconds. */
const HOLD = 7;

const PAPER = '#10182a';
const INK = '#dbe4f3';
const PALETTE = [
  ...['#1c2740', '#f07178', '#7fd88f', '#f4b355', '#7aa2f7', '#c792ea', '#6fd0c0', '#dbe4f3'],
  ...['#6b7a96', '#ff8b92', '#9be8a8', '#ffd07a', '#9bb8ff', '#dcb0ff', '#8fe6d8', '#ffffff'],
];

/**
 * Draws a recording as one SVG that plays by CSS alone: the frames lie below each other on a strip, which moves behind a
 * window. Whoever wants no motion sees the end.
 *
 * @param recording what `playCast` returned
 * @param words `title` of the window, and what is seen, as `description`
 */
export function drawRecording({ columns, height, frames }, { title, description }) {
  const [width, screen] = [columns * CELL.width, height * CELL.height];
  const total = frames.at(-1).at + HOLD;
  const defined = new Map();
  const strip = frames
    .map(({ rows }, index) => `<g transform="translate(0 ${round(index * screen)})">${drawBands(rows, defined)}</g>`)
    .join('\n');
  const stops = frames.map(
    ({ at }, index) => `${round((at / total) * 100)}%{transform:translateY(${round(-index * screen)}px)}`,
  );
  const end = `translateY(${round(-(frames.length - 1) * screen)}px)`;
  const [w, h] = [round(width + 2 * PAD), round(screen + BAR + PAD)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" aria-labelledby="t d">
<title id="t">${escapeText(title)}</title>
<desc id="d">${escapeText(description)}</desc>
<style>
text{font-family:ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:14px;fill:${INK};white-space:pre}
.b{font-weight:700}.d{opacity:.62}.i{font-style:italic}
@keyframes play{${stops.join('')}100%{transform:${end}}}
.strip{animation:play ${round(total)}s steps(1,end) infinite}
@media (prefers-reduced-motion:reduce){.strip{animation:none;transform:${end}}}
</style>
<defs>
<clipPath id="c"><rect width="${round(width + 2)}" height="${round(screen)}"/></clipPath>
${[...defined.values()].map(({ id, markup }) => `<g id="${id}">${markup}</g>`).join('\n')}
</defs>
<rect width="${w}" height="${h}" rx="10" fill="${PAPER}" stroke="#3c4d6c"/>
<g fill="#52627c"><circle cx="20" cy="19" r="5.5"/><circle cx="38" cy="19" r="5.5"/><circle cx="56" cy="19" r="5.5"/></g>
<text x="${round(w / 2)}" y="24" text-anchor="middle" class="d">${escapeText(title)}</text>
<g transform="translate(${PAD} ${BAR})" clip-path="url(#c)"><g class="strip">
${strip}
</g></g>
</svg>
`;
}

function drawBands(rows, defined) {
  const bands = [];
  for (let top = 0; top < rows.length; top += BAND) {
    const band = rows.slice(top, top + BAND);
    const markup = band.map((runs, row) => useOf(drawRow(runs), row * CELL.height, defined, 'r')).join('');
    bands.push(useOf(markup, top * CELL.height, defined, 'b'));
  }
  return bands.join('');
}

/** Defines a drawing once, and names it where it stands. */
function useOf(markup, y, defined, kind) {
  if (markup === '') return '';
  const key = `${kind}${markup}`;
  const known = defined.get(key) ?? { id: `${kind}${defined.size.toString(36)}`, markup };
  defined.set(key, known);
  return `<use href="#${known.id}"${y === 0 ? '' : ` y="${round(y)}"`}/>`;
}

function drawRow(runs) {
  return runs.map(drawRun).join('');
}

function drawRun({ column, width, text, style }) {
  const [x, length] = [round(column * CELL.width), round(width * CELL.width)];
  const classes = [style.bold && 'b', style.dim && 'd', style.italic && 'i'].filter(Boolean).join(' ');
  const fill = style.fore === undefined ? '' : ` style="fill:${colour(style.fore)}"`;
  const back =
    style.back === undefined
      ? ''
      : `<rect x="${x}" width="${length}" height="${CELL.height}" fill="${colour(style.back)}"/>`;
  if (text.trim() === '') return back;
  const attributes = `${classes ? ` class="${classes}"` : ''}${fill}`;
  return `${back}<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs"${attributes}>${escapeText(text)}</text>`;
}

function colour(value) {
  if (value === 'paper') return PAPER;
  if (value === 'ink') return INK;
  if (typeof value === 'string') return value;
  if (value < 16) return PALETTE[value];
  if (value > 231) return grey(8 + (value - 232) * 10);
  const part = (step) => (step === 0 ? 0 : 55 + step * 40);
  const index = value - 16;
  return `#${[Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map((step) => part(step).toString(16).padStart(2, '0')).join('')}`;
}

function grey(level) {
  return `#${level.toString(16).padStart(2, '0').repeat(3)}`;
}

function round(value) {
  return Number(value.toFixed(2));
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
