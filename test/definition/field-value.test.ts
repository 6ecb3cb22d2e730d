import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takesValue, USUAL } from '../../src/definition/field-value.js';
import {
  COLORS,
  FRONTMATTER_FIELDS,
  type FrontmatterField,
  schemaOf,
} from '../../src/definition/frontmatter-schema.js';

/** Values as a file may hold them, and near to those that are usual. */
const text = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[\w:：.-]{0,20}$/),
  fc.constantFrom(...COLORS, '', 'x'.repeat(99), 'x'.repeat(300)),
);
const value = fc.oneof(
  text,
  fc.array(fc.oneof(text, fc.constant(null), fc.integer())),
  fc.integer({ min: -2, max: 99 }),
  fc.double(),
  fc.dictionary(text, text),
  fc.constantFrom(undefined, null, new Date(0), Object.create(null), true),
  fc.anything(),
);

describe('of any value of a field', () => {
  test.each(Object.keys(USUAL) as FrontmatterField[])('what is taken for usual in %s its schema takes', (field) => {
    const usual = USUAL[field];
    fc.assert(
      fc.property(value, (given) => {
        fc.pre(usual?.(given) === true);
        expect(schemaOf(field).safeParse(given).success).toBe(true);
      }),
    );
  });

  test.each(FRONTMATTER_FIELDS)('with and without the short way %s takes the same', (field) => {
    fc.assert(
      fc.property(value, (given) => {
        expect(takesValue(field, given)).toBe(schemaOf(field).safeParse(given).success);
      }),
    );
  });
});
