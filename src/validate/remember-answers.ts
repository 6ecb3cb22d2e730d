import path from 'node:path';
import type { FileAccess } from './file-access.js';

/** Most files fit in. A buffer for each of them would be collected late, as it lies outside of the heap. */
const BUFFER_BYTES = 65_536;

/**
 * An access that asks for each path once: whoever uses it sees one state of the files. Contents are not kept, and what `read`
 * returned holds until it is called again.
 */
export function rememberAnswers(access: FileAccess): FileAccess {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const links = new Map<string, boolean>();
  const once = <Answer>(ask: (key: string) => Answer, answers = new Map<string, Answer>()) => {
    return (key: string): Answer => {
      const known = answers.get(key);
      if (known !== undefined || answers.has(key)) return known as Answer;
      const answer = ask(key);
      answers.set(key, answer);
      return answer;
    };
  };
  const list = (folder: string): string[] => {
    if (!access.listEntries) return access.list(folder);
    return access.listEntries(folder).map(({ name, isPlain }) => {
      if (isPlain) links.set(path.join(folder, name), false);
      return name;
    });
  };
  const stat = once((file) => access.stat(file));
  return {
    read(file) {
      const known = stat(file);
      const isRegular = known?.kind === 'file';
      return (isRegular && access.readInto?.(file, known.size, buffer)) || access.read(file);
    },
    stat,
    list: once(list),
    realPath: once((file) => access.realPath(file)),
    isLink: once((file) => access.isLink(file), links),
  };
}
