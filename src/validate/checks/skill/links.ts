import path from 'node:path';
import type { LineMap } from '../../../definition/location.js';
import type { Slice } from '../../../definition/split.js';
import { type Finding, finding } from '../../finding.js';
import { isBelow } from '../../layout.js';
import type { CheckContext } from '../context.js';
import { blankOut, type Piece, withoutCode } from './prose.js';

/** `[text](target)`, and the bare paths by which skills point to their own files. */
const LINK = /(?<!\\)\]\(<?([^()\s<>]{1,300})>?(?:\s+"[^"\n]{0,300}")?\)/g;
const OWN_FILE = /`((?:\.\/)?(?:references|scripts|assets|templates|examples|resources)\/[\w./-]{1,200}\.\w{1,8})`/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|#|\/|~|\$|mailto:)/i;

/** Links of a skill to files that are not there: the model follows them and finds nothing. */
export function checkLinks(body: Slice, lines: LineMap, folder: string, { access, layout }: CheckContext): Finding[] {
  const text = withoutCode(body.text);
  const spans = [...text.matchAll(CODE_SPAN)].map(({ 0: whole, index }): Piece => [index, index + whole.length]);
  const prose = blankOut(text, spans);
  const bare = [...text.matchAll(OWN_FILE)].filter(({ 1: target = '', index }) => {
    // Only where the folder is there is it a file of the skill, and not an example of one.
    const own = path.join(folder, target.replace(/^\.\//, '').split('/')[0] ?? '');
    return access.stat(own)?.kind === 'directory' && !EXAMPLE.test(text.slice(Math.max(0, index - 120), index));
  });
  return [...prose.matchAll(LINK), ...bare].flatMap((match) => {
    const target = match[1] ?? '';
    if (ELSEWHERE.test(target) || /[{}<>*|]/.test(target)) return [];
    const relative = decode(target.replace(/[?#].*$/, ''));
    // A linked skill points to what lies beside it where it really is.
    const [file = folder, ...others] = [folder, access.realPath(folder) ?? folder].map((from) =>
      path.resolve(from, relative),
    );
    const location = lines.locate(body.offset + match.index + match[0].indexOf(target));
    // Nothing outside of the tree is looked at.
    if (!isBelow(file, layout.project) || [file, ...others].some((place) => access.stat(place))) return [];
    return [finding('skill-link-missing', location, { target })];
  });
}

/** Code within a line. */
const CODE_SPAN = /(?<!`)(`{1,3})(?!`)[^`\n]{1,500}\1(?!`)/g;
const EXAMPLE = /\b(?:e\.g\.|examples?|such as|creat\w+|writ\w+|add\w*)\b(?:(?!\. )[^\n])*$/i;

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
