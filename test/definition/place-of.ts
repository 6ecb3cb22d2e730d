import type { Location } from '../../src/definition/location.js';

/** Where `target` stands in a text, counted without the code under test; `before` + `target` has to stand there once. */
export function placeOf(text: string, before: string, target: string): Location {
  const [head, ...rest] = text.split(before + target);
  if (head === undefined || rest.length !== 1) {
    throw new Error(`${JSON.stringify(before + target)} stands ${rest.length} times in the text`);
  }
  const lines = (head + before).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** A value whose places are data, however late they are found. */
export function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
