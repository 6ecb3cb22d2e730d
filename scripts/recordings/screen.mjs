import { createRequire } from 'node:module';

const { Terminal } = createRequire(import.meta.url)('@xterm/headless');

/** Longest time between two frames, in seconds: nobody wants to watch a program think. */
const LONGEST_PAUSE = 2;
/** What comes within this many seconds is one frame. */
const FRAME = 0.09;

/**
 * Plays an asciicast (version 2) in a terminal emulator.
 *
 * @returns frames `{ at, rows }`; `at` in seconds, pauses shortened; a row is a list of runs `{ column, text, style }`
 */
export async function playCast(cast) {
  const [header, ...events] = cast
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { width: cols, height: rows } = header;
  const terminal = new Terminal({ cols, rows, allowProposedApi: true });
  const write = (text) => new Promise((resolve) => terminal.write(text, resolve));
  const frames = [];
  let at = 0;
  let last = events[0]?.[0] ?? 0;
  for (const [index, [time, , text]] of events.entries()) {
    await write(text);
    const next = events[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    if (next - time < FRAME && time - last < FRAME) continue;
    at += Math.min(time - last, LONGEST_PAUSE);
    last = time;
    frames.push({ at: Number(at.toFixed(2)), rows: readScreen(terminal, cols, rows) });
  }
  return { columns: cols, height: rows, frames: withoutRepeats(frames) };
}

function withoutRepeats(frames) {
  const text = frames.map(({ rows }) => JSON.stringify(rows));
  return frames.filter((_, index) => text[index] !== text[index - 1]);
}

function readScreen(terminal, cols, rows) {
  const { active } = terminal.buffer;
  return Array.from({ length: rows }, (_, y) => readRow(active.getLine(active.viewportY + y), cols));
}

/** Neighbouring cells of one style are a run; blanks without a background are left out. */
function readRow(line, cols) {
  const runs = [];
  for (let column = 0; line && column < cols; column += 1) {
    const cell = line.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const text = cell.getChars() || ' ';
    const style = styleOf(cell);
    const run = runs.at(-1);
    const isNext = run && run.column + run.width === column && JSON.stringify(run.style) === JSON.stringify(style);
    if (isNext) {
      run.text += text;
      run.width += cell.getWidth();
    } else runs.push({ column, width: cell.getWidth(), text, style });
  }
  return runs.filter(({ text, style }) => text.trim() !== '' || style.back !== undefined).map(trimEnd);
}

function trimEnd(run) {
  if (run.style.back !== undefined) return run;
  const text = run.text.trimEnd();
  return { ...run, text, width: run.width - (run.text.length - text.length) };
}

function styleOf(cell) {
  const front = cell.isFgDefault() ? undefined : colourOf(cell.isFgRGB(), cell.getFgColor());
  const back = cell.isBgDefault() ? undefined : colourOf(cell.isBgRGB(), cell.getBgColor());
  const [fore, behind] = cell.isInverse() ? [back ?? 'paper', front ?? 'ink'] : [front, back];
  return {
    ...(fore === undefined ? {} : { fore }),
    ...(behind === undefined ? {} : { back: behind }),
    ...(cell.isBold() ? { bold: true } : {}),
    ...(cell.isDim() ? { dim: true } : {}),
    ...(cell.isItalic() ? { italic: true } : {}),
  };
}

/** A number of the palette of 256, or a colour of its own. */
function colourOf(isRgb, value) {
  return isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
