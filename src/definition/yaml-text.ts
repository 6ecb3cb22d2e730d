import { type Document, parseDocument } from 'yaml';
import { findFault } from './yaml-bounds.js';

/** Bounds what aliases may expand to, so that a small file cannot fill the memory. */
const MAX_ALIASES = 1_000;

export interface YamlText {
  document: Document.Parsed;
  /** The document as plain values. */
  values: unknown;
  error?: { reason: string; offset: number; repairable: boolean };
  /** Turns an offset of the document's nodes into one of the text that was read. */
  toSource(offset: number): number;
}

/**
 * Reads YAML as the client (2.1.330) does: tabs may indent, a repeated key's last value counts, and when the text does
 * not parse, plain top-level values with special characters are quoted and the text is tried once more.
 */
export function readYaml(text: string): YamlText {
  const fault = findFault(text);
  if (fault) {
    const document = parseDocument('');
    return { document, values: undefined, error: { ...fault, repairable: false }, toSource: (offset) => offset };
  }
  const spaced = text.replace(/^[\t ]+/gm, (indent) => indent.replaceAll('\t', ' '));
  const first = parse(spaced);
  // With CRLF the client repairs nothing.
  if (first.error?.repairable && !spaced.includes('\r')) {
    const { repaired, toSource } = quotePlainValues(spaced);
    const second = parse(repaired);
    if (!second.error) return { ...second, toSource };
  }
  return { ...first, toSource: (offset) => offset };
}

function parse(text: string): Omit<YamlText, 'toSource'> {
  const { stackTraceLimit } = Error;
  // The parser makes an error, with its stack, of each fault of a text, and there may be very many.
  Error.stackTraceLimit = 0;
  try {
    return parseYaml(text);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const error = { reason: 'it is nested too deeply', offset: 0, repairable: false };
    return { document: parseDocument(''), values: undefined, error };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function parseYaml(text: string): Omit<YamlText, 'toSource'> {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', merge: true });
  const [error] = document.errors;
  if (error)
    return {
      document,
      values: undefined,
      error: { reason: firstLine(error.message), offset: error.pos[0], repairable: true },
    };
  try {
    return { document, values: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (cause) {
    const reason = cause instanceof Error ? firstLine(cause.message) : String(cause);
    return {
      document,
      values: undefined,
      error: { reason, offset: 0, repairable: !reason.startsWith('Excessive alias') },
    };
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

const PLAIN_VALUE =
  /^([A-Za-z_][\w-]*:[ \t]+)(?!".*"[ \t]*$|'.*'[ \t]*$|\[.*\][ \t]*$|\{.*\}[ \t]*$|[|>][-+\d]*[ \t]*$|[-?] )(\S.*)$/gm;
const SPECIAL = /[[\]{}*&!%@`#,|>]|: /;

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
