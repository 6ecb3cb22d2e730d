import type { Positions, ValuePath } from '../definition/location.js';
import type { Layout } from '../jsonc/layout.js';
import type { Target } from '../validate/target.js';
import { readFrontmatterSource } from './frontmatter-source.js';
import { readJsonSource } from './json-source.js';

/** A piece of a file; offsets count from the start of the file, its BOM included. */
export interface Span {
  start: number;
  end: number;
}

/** A value of a document as it is written. */
export interface SourceNode extends Span {
  /** Block and flow are the styles of YAML; a scalar has that of what it stands in. */
  style: 'block' | 'flow' | 'json';
  /** Of a mapping: from the key to the end of the value, in the order of the file. */
  pairs: readonly (Span & { key: string })[];
  /** Of a list. */
  items: readonly (Span & { anchored: boolean })[];
}

/** A document that can be edited in place: frontmatter, or a JSON file. */
export interface SourceDocument {
  /** The whole file. */
  text: string;
  values: unknown;
  positions: Positions;
  /** How new lines look. */
  layout: Layout;
  /** What is written at a path, aliases followed. */
  find(path: ValuePath): SourceNode | undefined;
}

/** Reads what a target's checks read; undefined where that is no document, or one that does not parse. */
export function readSource(kind: Target['kind'], text: string): SourceDocument | undefined {
  if (kind === 'agent' || kind === 'skill') return readFrontmatterSource(text);
  return readJsonSource(text);
}
