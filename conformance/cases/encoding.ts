import { agentText, bodyOf, type Case, definition } from '../case.js';

const T = 'encoding';

/** The text of a definition with the tools Read and Write, turned into bytes. */
function encoded(name: string, encode: (text: string) => string | Uint8Array, details: Partial<Case> = {}): Case {
  const id = `${T}-${name}`;
  return definition(T, name, encode(agentText(id, 'tools: Read, Write')), {
    subject: 'tools: Read, Write',
    observe: { kind: 'offered only', tools: ['Read', 'Write'] },
    ...details,
  });
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const swapped = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

export const encodingCases = [
  encoded('utf-8', (text) => text),
  encoded('bom', (text) => `\uFEFF${text}`),
  encoded('two-boms', (text) => `\uFEFF\uFEFF${text}`),
  encoded('crlf', crlf),
  encoded('crlf-and-bom', (text) => `\uFEFF${crlf(text)}`),
  encoded('crlf-and-colon', (text) => crlf(text.replace('description: Does', 'description: Does this: it'))),
  encoded('cr', (text) => text.replaceAll('\n', '\r')),
  encoded('mixed-line-ends', (text) => text.replace('\n', '\r\n')),
  encoded('crlf-body-only', (text) => text.replace(/\n(?=You are)/, '\r\n')),
  encoded('utf-16-little-endian', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  encoded('utf-16-without-bom', (text) => Buffer.from(text, 'utf16le')),
  encoded('utf-16-big-endian', swapped),
  encoded('latin-1-in-description', (text) => Buffer.from(text.replace('Does', 'Prüft'), 'latin1')),
  encoded('latin-1-in-body', (text) => Buffer.from(text.replace('You are', 'Prüfe. You are'), 'latin1')),
  encoded('latin-1-letter', (text) => Buffer.from(text.replace('You are', 'Prüfe. You are'), 'latin1'), {
    subject: 'a letter of the body in Latin-1',
    observe: { kind: 'prompted', text: 'Prüfe.' },
    judgement: 'All but these bytes arrives.',
  }),
  encoded('nul-in-body', (text) => text.replace('You are', 'A\0B. You are')),
  encoded('nul-in-description', (text) => text.replace('Does', 'Do\0es')),
  encoded('control-in-description', (text) => text.replace('Does', 'Do\u0007es')),
  encoded('line-separator', (text) => text.replace('Does', 'Do\u2028es')),
  encoded('zero-width-in-key', (text) => text.replace('tools:', 'to\u200bols:')),
  encoded('non-breaking-hyphen-fence', (text) => text.replaceAll('---', '\u2011\u2011\u2011')),
  encoded('em-dash-fence', (text) => text.replaceAll('---', '—')),
  encoded('smart-quotes', (text) => text.replace('Read, Write', '“Read, Write”'), { subject: 'tools: “Read, Write”' }),
  encoded('body-not-empty', (text) => text, {
    subject: 'the body',
    observe: { kind: 'prompted', text: bodyOf(`${T}-body-not-empty`) },
  }),
];
