import { isFlatHook } from '../../validate/checks/hooks/entry-fields.js';
import { listGroups } from '../hook-places.js';
import { diagnosticsAt, type Fixer, type Repair } from '../repair.js';
import type { SourceDocument, SourceNode } from '../source-document.js';
import type { TextEdit } from '../text-edit.js';
import { nestBlock } from './nest-block.js';
import { nestInBrackets } from './nest-in-brackets.js';

/** `hook-form`: a flat hook becomes the only one of a group, which keeps its `matcher`. */
export const nestFlatHook: Fixer = ({ document, diagnostics }) => {
  if (!document) return [];
  return listGroups(document.values).flatMap(({ path, entry }): Repair[] => {
    const own = diagnosticsAt(diagnostics, document.positions.locate(path));
    if (own.length === 0 || !isFlatHook(entry)) return [];
    const addType = entry.type === undefined;
    const node = document.find(path);
    const edits = node && nest(document, node, addType);
    if (!edits) return [{ kind: 'refused', diagnostics: own, reason: 'the entry is laid out in an unusual way' }];
    const { matcher, ...hook } = entry;
    const value = {
      ...('matcher' in entry ? { matcher } : {}),
      hooks: [{ ...(addType ? { type: 'command' } : {}), ...hook }],
    };
    return [{ kind: 'document', diagnostics: own, edits, changes: [{ path, value }] }];
  });
};

function nest(document: SourceDocument, node: SourceNode, addType: boolean): TextEdit[] | undefined {
  const moved = node.pairs.filter(({ key }) => key !== 'matcher');
  const [head] = moved;
  const tail = moved.at(-1);
  if (!head || !tail) return undefined;
  // What stays on the group and stands between the keys that move has to come before them.
  const between = node.pairs.filter(({ key, start }) => key === 'matcher' && start > head.start && start < tail.start);
  const parts = { head, tail, between, addType };
  return node.style === 'block' ? nestBlock(document, node, parts) : nestInBrackets(document, node, parts);
}
