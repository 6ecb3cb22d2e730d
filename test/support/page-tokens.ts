/** A tag with its attributes, as a parser of HTML would read it. */
export interface Tag {
  name: string;
  attributes: [name: string, value: string][];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Reads a page as the part of HTML that our pages use: tags in lower case with quoted attributes, the five entities, text
 * without any other `<` or `&`, and the content of `style` as it stands.
 *
 * @throws {Error} where the page holds anything else
 */
export function readPage(page: string): { tags: Tag[]; text: string } {
  const tags: Tag[] = [];
  let text = '';
  let rest = page.replace(/^<!doctype html>\n/, '');
  while (rest !== '') {
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*(?:="[^"<>]*")?)*)(\/?)>/i.exec(rest);
    if (tag) {
      const [all, end = '', name = '', attributes = ''] = tag;
      rest = rest.slice(all.length);
      if (end === '') tags.push({ name, attributes: readAttributes(attributes) });
      if (name === 'style' && end === '') rest = rest.slice(rest.indexOf('</style>'));
      continue;
    }
    const [plain = ''] = /^[^<>"']+/.exec(rest) ?? [];
    if (plain === '') throw new Error(`not of a page of ours: ${JSON.stringify(rest.slice(0, 80))}`);
    text += decode(plain);
    rest = rest.slice(plain.length);
  }
  return { tags, text };
}

function readAttributes(text: string): Tag['attributes'] {
  return [...text.matchAll(/ ([^ =]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]);
}

function decode(text: string): string {
  return text.replace(/&([^;]*;?)/g, (all, name: string) => {
    const character = name.endsWith(';') ? ENTITIES[name.slice(0, -1)] : undefined;
    if (character === undefined) throw new Error(`${all} is no entity of ours`);
    return character;
  });
}
