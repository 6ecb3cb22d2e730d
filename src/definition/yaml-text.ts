import { type Document, parseDocument } from 'yaml';

export interface YamlText {
  document: Document.Parsed;
  /** Turns an offset of the document's nodes into one of the text that was read. */
  toSource(offset: number): number;
}

/**
 * Reads YAML as the client (2.1.330) does: tabs may indent, a repeated key's last value counts, and when the text does
 * not parse, plain top-level values with special characters are quoted and the text is tried once more.
 */
export function readYaml(text: string): YamlText {
  const spaced = text.replace(/^[\t ]+/gm, (indent) => indent.replaceAll('\t', ' '));
  const document = parse(spaced);
  if (document.errors.length > 0) {
    const { repaired, toSource } = quotePlainValues(spaced);
    const second = parse(repaired);
    if (second.errors.length === 0) return { document: second, toSource };
  }
  return { document, toSource: (offset) => offset };
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
}

const PLAIN_VALUE = /^([A-Za-z_][\w-]*:[ \t]+)(?!"|'.*'[ \t]*$|[|>][-+\d]*[ \t]*$|[-?] )(\S.*)$/gm;
const SPECIAL = /[[\]{}*&!%@`#,|>'"]|: /;

function quotePlainValues(text: string): { repaired: string; toSource(offset: number): number } {
  const edits: { start: number; end: number; added: number }[] = [];
  let added = 0;
  const repaired = text.replace(PLAIN_VALUE, (line, key: string, value: string, at: number) => {
    const plain = value.trimEnd();
    if (!SPECIAL.test(plain)) return line;
    const quoted = JSON.stringify(plain);
    const start = at + added + key.length;
    added += quoted.length - value.length;
    edits.push({ start, end: start + quoted.length, added });
    return `${key}${quoted}`;
  });
  return {
    repaired,
    toSource(offset) {
      const edit = edits.findLast(({ start }) => start <= offset);
      if (!edit) return offset;
      const before = edits[edits.indexOf(edit) - 1]?.added ?? 0;
      return offset < edit.end ? edit.start - before : offset - edit.added;
    },
  };
}
