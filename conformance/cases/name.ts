import { bodyOf, type Details, definition, describe } from '../case.js';

const T = 'name';

/** A definition whose only question is whether the client has an agent of this name. */
function named(name: string, yaml: string, agent: string, details: Details = {}) {
  const id = `${T}-${name}`;
  const text = `---\n${yaml === '' ? '' : `${yaml}\n`}description: ${describe(id)}\n---\n${bodyOf(id)}\n`;
  return definition(T, name, text, { agent, ...details });
}

export const nameCases = [
  named('plain', 'name: name-plain', 'name-plain'),
  named('missing', '', 'name-missing'),
  named('null', 'name:', 'name-null'),
  named('empty', "name: ''", 'name-empty'),
  named('blank', "name: '   '", '   '),
  named('number', 'name: 123', '123'),
  named('boolean', 'name: true', 'true'),
  named('list', 'name: [name-list]', 'name-list'),
  named('mapping', 'name: { is: name-mapping }', 'name-mapping'),
  named('date', 'name: 2026-01-31', '2026-01-31'),
  named('quoted-number', "name: '124'", '124'),
  named('quoted', 'name: "name-quoted"', 'name-quoted'),
  named('with-space', 'name: Name With Space', 'Name With Space'),
  named('mixed-case', 'name: NameMixed_Case', 'NameMixed_Case'),
  named('leading-dash', "name: '-name-dash'", '-name-dash'),
  named('colon', "name: 'name:colon'", 'name:colon'),
  named('fullwidth-colon', 'name: name：wide', 'name：wide'),
  named('surrounded-by-blanks', "name: '  name-blanks '", '  name-blanks '),
  named('unicode', 'name: prüfer-名', 'prüfer-名'),
  named('slash', 'name: name/slash', 'name/slash'),
  named('256-characters', `name: n${'a'.repeat(255)}`, `n${'a'.repeat(255)}`),
  named('257-characters', `name: n${'b'.repeat(256)}`, `n${'b'.repeat(256)}`),
  named('block-scalar', 'name: |\n  name-block', 'name-block\n'),
  named('key-upper-case', 'Name: name-key-upper', 'name-key-upper'),
  named('unlike-file-name', 'name: another-than-the-file', 'another-than-the-file'),
  named('built-in', 'name: general-purpose', 'general-purpose', { knownByBody: true }),
  named('built-in-explore', 'name: Explore', 'Explore', { knownByBody: true }),
  named('built-in-other-case', 'name: explore', 'explore', { knownByBody: true }),
];
