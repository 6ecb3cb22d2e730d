import type { Fixer } from '../repair.js';

/** `hook-script-crlf` and `hook-script-line-ends`: a script gets the line ends of Unix. Its bytes are not decoded, for they may be in any encoding. */
export const scriptLines: Fixer = ({ file, diagnostics, access }) => {
  const bytes = Buffer.from(access.read(file));
  if (bytes.includes(0)) return [{ kind: 'refused', diagnostics, reason: 'it holds NUL bytes, as no text does' }];
  const content = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return [{ kind: 'script', diagnostics, file, content }];
};
