import path from 'node:path';
import { findCodeFences } from '../../../definition/fences.js';
import type { LineMap } from '../../../definition/location.js';
import type { Slice } from '../../../definition/split.js';
import { type Finding, finding } from '../../finding.js';
import { isBelow } from '../../layout.js';
import type { CheckContext } from '../context.js';

/** `[text](target)`, and the bare paths by which skills point to their own files. */
const LINK = /\]\(<?([^()\s<>]{1,300})>?(?:\s+"[^"\n]{0,300}")?\)/g;
const OWN_FILE = /`((?:\.\/)?(?:references|scripts|assets|templates|examples|resources)\/[\w./-]{1,200}\.\w{1,8})`/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|#|\/|~|\$|mailto:)/i;

/** Links of a skill to files that are not there: the model follows them and finds nothing. */
export function checkLinks(body: Slice, lines: LineMap, folder: string, { access, layout }: CheckContext): Finding[] {
  const text = withoutCode(body.text);
  return [...text.matchAll(LINK), ...text.matchAll(OWN_FILE)].flatMap((match) => {
    const target = match[1] ?? '';
    if (ELSEWHERE.test(target) || /[{}<>*|]/.test(target)) return [];
    const file = path.resolve(folder, decode(target.replace(/[?#].*$/, '')));
    const location = lines.locate(body.offset + match.index + match[0].indexOf(target));
    // Nothing outside of the tree is looked at.
    if (!isBelow(file, layout.project) || access.stat(file)) return [];
    return [finding('skill-link-missing', location, { target })];
  });
}

/** The text with its code blanked out, so that offsets stay the same. */
function withoutCode(text: string): string {
  let from = 0;
  const pieces = findCodeFences(text).flatMap(({ offset, end }) => {
    const piece = [text.slice(from, offset), text.slice(offset, end).replace(/[^\n]/g, ' ')];
    from = end;
    return piece;
  });
  return [...pieces, text.slice(from)].join('');
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
