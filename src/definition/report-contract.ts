import { findPattern, type PatternName, TEXT_PATTERNS } from './text-pattern.js';

/** What a report must look like, derived from the example under Output Format. */
export interface ReportContract {
  shape: Shape;
  /** The example as it stands, to be shown to whoever has to keep it. */
  example: string;
}

/** Plain data, which can be kept. */
export type Shape =
  | { kind: 'any' }
  | { kind: 'string'; example: string; pattern?: PatternName | undefined }
  | { kind: 'number' | 'boolean'; example: number | boolean }
  | { kind: 'array'; item: Shape; nullItems: boolean }
  | { kind: 'object'; keys: ShapeKey[] }
  | { kind: 'either'; shapes: Shape[] };

interface ShapeKey {
  key: string;
  shape: Shape;
  required: boolean;
}

/** One place where a report differs from the contract. */
export interface Violation {
  /** JSON pointer (RFC 6901) into the report; empty for the report itself. */
  pointer: string;
  expected: string;
  found: string;
}

/**
 * Derives the shape of an example. The items of an array share one shape: a key that every object among them has is
 * required, a key that only some have is optional. A text keeps the pattern that all its examples make plain. An example
 * of null, or an empty list, says nothing about its type.
 */
export function deriveShape(example: unknown): Shape {
  if (example === null || example === undefined) return { kind: 'any' };
  if (Array.isArray(example)) {
    const nullItems = example.some((item) => item === null);
    return { kind: 'array', item: example.map(deriveShape).reduce(merge, { kind: 'any' }), nullItems };
  }
  if (typeof example === 'object') {
    const keys = Object.entries(example).map(([key, value]) => ({ key, shape: deriveShape(value), required: true }));
    return { kind: 'object', keys };
  }
  if (typeof example === 'string') return { kind: 'string', example, pattern: findPattern(example) };
  if (typeof example === 'number') return { kind: 'number', example };
  return { kind: 'boolean', example: example === true };
}

function merge(left: Shape, right: Shape): Shape {
  if (left.kind === 'any') return right;
  if (right.kind === 'any') return left;
  if (left.kind === 'array' && right.kind === 'array') {
    return { kind: 'array', item: merge(left.item, right.item), nullItems: left.nullItems || right.nullItems };
  }
  if (left.kind === 'object' && right.kind === 'object') {
    return { kind: 'object', keys: mergeKeys(left.keys, right.keys) };
  }
  if (left.kind === 'string' && right.kind === 'string') {
    return { ...left, pattern: left.pattern === right.pattern ? left.pattern : undefined };
  }
  if (left.kind === right.kind && left.kind !== 'either') return left;
  const shapes = [left, right].flatMap((shape) => (shape.kind === 'either' ? shape.shapes : [shape]));
  const kinds = [...new Set(shapes.map(({ kind }) => kind))];
  return {
    kind: 'either',
    shapes: kinds.map((kind) => shapes.filter((shape) => shape.kind === kind).reduce(merge)),
  };
}

function mergeKeys(left: readonly ShapeKey[], right: readonly ShapeKey[]): ShapeKey[] {
  const others = new Map(right.map((entry) => [entry.key, entry]));
  const merged = left.map(({ key, shape, required }) => {
    const other = others.get(key);
    others.delete(key);
    if (!other) return { key, shape, required: false };
    return { key, shape: merge(shape, other.shape), required: required && other.required };
  });
  return [...merged, ...[...others.values()].map((entry) => ({ ...entry, required: false }))];
}

/** Every violation, in the order of the contract. Null stands for "does not apply" anywhere below the report itself. */
export function checkReport(contract: ReportContract, report: unknown): Violation[] {
  if (report === null) return [{ pointer: '', expected: describeShape(contract.shape), found: 'null' }];
  return check(contract.shape, report, '');
}

function check(shape: Shape, value: unknown, pointer: string): Violation[] {
  if (shape.kind === 'any' || (value === null && pointer !== '')) return [];
  const mismatch = () => [{ pointer, expected: describeShape(shape), found: describeValue(value) }];
  switch (shape.kind) {
    case 'either': {
      const fitting = shape.shapes.find((option) => option.kind === kindOf(value));
      return fitting ? check(fitting, value, pointer) : mismatch();
    }
    case 'array':
      if (!Array.isArray(value)) return mismatch();
      return value.flatMap((item, index) =>
        item === null && shape.item.kind !== 'any' && !shape.nullItems
          ? [{ pointer: `${pointer}/${index}`, expected: describeShape(shape.item, false), found: 'null' }]
          : check(shape.item, item, `${pointer}/${index}`),
      );
    case 'object': {
      if (kindOf(value) !== 'object') return mismatch();
      const object = value as Record<string, unknown>;
      return shape.keys.flatMap(({ key, shape: expected, required }) => {
        const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (Object.hasOwn(object, key)) return check(expected, object[key], below);
        return required ? [{ pointer: below, expected: describeShape(expected), found: 'no such key' }] : [];
      });
    }
    case 'string':
      return typeof value === 'string' && (!shape.pattern || TEXT_PATTERNS[shape.pattern].fits(value))
        ? []
        : mismatch();
    case 'number':
    case 'boolean':
      return kindOf(value) === shape.kind ? [] : mismatch();
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function describeShape(shape: Shape, nullable = true): string {
  const orNull = nullable ? ' or null' : '';
  switch (shape.kind) {
    case 'any':
      return 'any value';
    case 'array':
      return 'a list, empty where it does not apply';
    case 'object':
      return `an object with ${shape.keys.map(({ key }) => JSON.stringify(key)).join(', ') || 'any keys'}${orNull}`;
    case 'either':
      return shape.shapes.map((option) => describeShape(option, false)).join(' or ') + orNull;
    case 'string': {
      const kind = shape.pattern ? TEXT_PATTERNS[shape.pattern].description : 'a string';
      return `${kind} such as ${JSON.stringify(shape.example)}${orNull}`;
    }
    case 'number':
    case 'boolean':
      return `a ${shape.kind} such as ${JSON.stringify(shape.example)}${orNull}`;
  }
}

function describeValue(value: unknown): string {
  const kind = kindOf(value);
  if (kind === 'array') return 'a list';
  if (kind === 'object') return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
