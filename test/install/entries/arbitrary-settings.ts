import fc from 'fast-check';

/** A JSON value as tokens, so that anything that JSONC allows can be put between them. */
type Tokens = readonly string[];

/** Keys that settings files have, so that generated ones often hold hooks already. */
const KEYS = ['SubagentStart', 'Stop', 'model', 'permissions', 'a "quoted" key'];

const blanks = fc.constantFrom('', '', ' ', '\n', '\n  ', '\n\t', '\r\n', '\r\n    ', '\r', '\n\n', '\t');
const comments = fc.constantFrom(
  ' // one\n',
  '// two \r\n',
  '/* three */',
  '/* four\n */',
  ' /**/ ',
  '\n// five\n    ',
);

const { value } = fc.letrec<{ value: Tokens }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean(), fc.constantFrom(null, '// no')).map(tokensOf),
    array(tie('value')),
    object(fc.constantFrom(...KEYS, 'hooks'), tie('value')),
  ),
}));

/**
 * The text of a settings file that anybody could have written, laid out in any way. With a `group` its lists of hooks
 * often hold that one too.
 */
export function settingsTexts(group?: unknown): fc.Arbitrary<string> {
  const groups = array(group === undefined ? value : fc.oneof(value, fc.constant(tokensOf(group))));
  const hooks = object(fc.constantFrom('SubagentStart', 'SubagentStart', 'Stop', 'SessionStart'), groups);
  const others = fc.tuple(fc.constantFrom(...KEYS), value);
  const root = members(fc.oneof(others, fc.tuple(fc.constant('hooks'), hooks)));
  const gaps = fc.oneof(
    fc.array(blanks, { minLength: 1, maxLength: 40 }),
    fc.array(fc.oneof({ weight: 3, arbitrary: blanks }, comments), { minLength: 1, maxLength: 40 }),
  );
  return fc
    .tuple(fc.constantFrom('', '\uFEFF'), root, gaps)
    .map(([bom, tokens, between]) =>
      [bom, ...[...tokens, ''].map((token, index) => `${between[index % between.length] ?? ''}${token}`)].join(''),
    );
}

function array(items: fc.Arbitrary<Tokens>): fc.Arbitrary<Tokens> {
  return fc.tuple(fc.array(items, { maxLength: 3 }), fc.boolean()).map(([all, comma]) => list('[', all, comma, ']'));
}

function object(keys: fc.Arbitrary<string>, values: fc.Arbitrary<Tokens>): fc.Arbitrary<Tokens> {
  return members(fc.tuple(keys, values));
}

function members(entries: fc.Arbitrary<[string, Tokens]>): fc.Arbitrary<Tokens> {
  const all = fc.uniqueArray(entries, { maxLength: 4, selector: ([key]) => key });
  return fc.tuple(all, fc.boolean()).map(([pairs, comma]) => {
    const items = pairs.map(([key, tokens]) => [JSON.stringify(key), ':', ...tokens]);
    return list('{', items, comma, '}');
  });
}

function list(open: string, items: readonly Tokens[], comma: boolean, close: string): Tokens {
  const separated = items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
  return [open, ...separated, ...(comma && items.length > 0 ? [','] : []), close];
}

function tokensOf(data: unknown): Tokens {
  return JSON.stringify(data).match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^{}[\]:,"]+/g) ?? [];
}
