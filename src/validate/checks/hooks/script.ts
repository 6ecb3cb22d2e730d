import type { FileAccess } from '../../file-access.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';

/** Larger files are no shell scripts; nothing of them is read. */
const MAX_SCRIPT_BYTES = 1_048_576;

const START = { line: 1, column: 1 };

/** What keeps a script from running though it is there: its first line, and the line ends of a shell script. */
export function checkScript(
  file: string,
  size: number,
  { path: shown, direct, shell }: { path: string; direct: boolean; shell: boolean },
  { access, onRead }: CheckContext,
): Finding[] {
  if (size > MAX_SCRIPT_BYTES) return [];
  const text = readScript(file, access);
  if (text === undefined) return [];
  onRead?.({ file, text });
  const [first = ''] = text.split('\n', 1);
  const shebang = first.startsWith('#!');
  const isShell = shell || (shebang && /\b(?:ba|da|z|k)?sh\b/.test(first));
  const at = (location: typeof START, found: Finding): Finding => ({ ...found, location, source: { file, text } });
  const place = { line: 1, column: first.length };
  if (first.endsWith('\r') && direct && shebang) {
    return [at(place, finding('hook-script-crlf', place, { script: shown }))];
  }
  if (first.endsWith('\r') && isShell) {
    return [at(place, finding('hook-script-line-ends', place, { script: shown }))];
  }
  if (text.trim() === '') return [at(START, finding('hook-script-empty', START, { script: shown }))];
  if (!direct || shebang || isBinary(text)) return [];
  const foreign = /\.(?:[cm]?[jt]s|py|rb|pl)$/.exec(file)?.[0];
  if (foreign) return [at(START, finding('hook-script-language', START, { script: shown, extension: foreign }))];
  return [at(START, finding('hook-script-shebang', START, { script: shown }))];
}

function readScript(file: string, access: FileAccess): string | undefined {
  try {
    return new TextDecoder().decode(access.read(file));
  } catch {
    return undefined;
  }
}

function isBinary(text: string): boolean {
  return text.slice(0, 1024).includes('\0');
}
