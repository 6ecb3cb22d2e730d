import type { catalogue, RuleId } from '../validate/rules/catalogue.js';
import { nestFlatHook } from './fixers/nest-flat-hook.js';
import { quotePath } from './fixers/quote-path.js';
import { replaceTool } from './fixers/replace-tool.js';
import { scriptLines } from './fixers/script-lines.js';
import { setRunBit } from './fixers/set-run-bit.js';
import type { Fixer } from './repair.js';

/** The rules whose entry in the catalogue says which cases are fixable. */
export type FixableRuleId = {
  [Id in RuleId]: (typeof catalogue)[Id] extends { fixable: unknown } ? Id : never;
}[RuleId];

/** What puts each of them right, in the order in which they are tried: each sees what the ones before it made. */
export const FIXERS: Record<FixableRuleId, Fixer> = {
  'agent-tool-unknown': replaceTool,
  'hook-form': nestFlatHook,
  'hook-path-unquoted': quotePath,
  'hook-script-crlf': scriptLines,
  'hook-script-line-ends': scriptLines,
  'hook-script-not-executable': setRunBit,
};

export const FIXABLE_RULES = Object.keys(FIXERS) as FixableRuleId[];
