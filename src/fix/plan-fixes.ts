import path from 'node:path';
import { explainSystemError } from '../errors.js';
import type { Diagnostic, Report } from '../validate/diagnostic.js';
import { discover } from '../validate/discover.js';
import { isBelow } from '../validate/layout.js';
import type { ValidateOptions } from '../validate/options.js';
import type { RuleId } from '../validate/rules/catalogue.js';
import type { Target } from '../validate/target.js';
import { validate } from '../validate/validate.js';
import { type Draft, draftFix, type Refusal } from './draft.js';
import { findObjection } from './find-objection.js';
import type { FileFix, FixPlan, NotFixed } from './fix-plan.js';
import { FIXABLE_RULES, FIXERS, type FixableRuleId } from './fixers.js';
import { overlayAccess } from './overlay-access.js';

/**
 * Finds out what can be put right: rule after rule, each step validated again with its texts laid over the files. A file
 * for which a step does not hold is left as it was. Nothing is written.
 *
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function planFixes(options: ValidateOptions): FixPlan {
  const targets = discover(options.paths, options);
  let report = validate(options);
  const drafts = new Map<string, Draft & { rules: RuleId[]; count: number }>();
  const notFixed: NotFixed[] = [];
  const left = new Set<string>();
  const show = (file: string) => showFrom(options, file);

  for (const rule of FIXABLE_RULES) {
    const access = overlayAccess(options.access, drafts);
    const attempt = draftRule(rule, report, { ...options, access }, targets);
    for (const { diagnostics, reason } of attempt.refusals) notFixed.push(...explain(diagnostics, reason));
    let step = new Map(attempt.drafts.filter((draft) => !left.has(draft.path)).map((draft) => [draft.path, draft]));
    while (step.size > 0) {
      const after = validate({ ...options, access: overlayAccess(options.access, new Map([...drafts, ...step])) });
      const refused = [...step.values()].flatMap((draft) => {
        const reason = findObjection(draft, rule, show(draft.path), report, after);
        return reason === undefined ? [] : [{ draft, reason }];
      });
      if (refused.length === 0) {
        for (const [real, draft] of step) drafts.set(real, addUp(drafts.get(real), draft, rule));
        report = after;
        break;
      }
      for (const { draft, reason } of refused) {
        left.add(draft.path);
        notFixed.push({ file: show(draft.path), rules: [rule, ...(drafts.get(draft.path)?.rules ?? [])], reason });
        drafts.delete(draft.path);
      }
      step = new Map([...step].filter(([real]) => !left.has(real)));
      report = validate({ ...options, access: overlayAccess(options.access, drafts) });
    }
  }
  const fixes = [...drafts.values()].map((draft) => toFix(draft, options));
  return { fixes: fixes.sort((a, b) => (a.path < b.path ? -1 : 1)), notFixed, report };
}

/** What one rule makes of each file that has to change for it; of a link and what it leads to only once. */
function draftRule(rule: FixableRuleId, { diagnostics }: Report, { access, cwd }: ValidateOptions, targets: Target[]) {
  const own = diagnostics.filter(({ ruleId, fixable }) => ruleId === rule && fixable);
  const drafts: Draft[] = [];
  const refusals: Refusal[] = [];
  for (const [shown, found] of byFile(own)) {
    const file = path.resolve(cwd, shown);
    const target =
      targets.find((one) => one.file === file) ?? targets.find(({ layout }) => isBelow(file, layout.project));
    try {
      const { draft, refusals: refused } = draftFix(FIXERS[rule], { file, diagnostics: found, target, access });
      if (draft && !drafts.some((other) => other.path === draft.path)) drafts.push(draft);
      refusals.push(...refused);
    } catch (error) {
      const known = explainSystemError(error);
      if (!known) throw error;
      refusals.push({ diagnostics: found, reason: known.message.replace(/\.$/, '') });
    }
  }
  return { drafts, refusals };
}

/** Diagnostics by the file that has to change for them. */
function byFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const file = one.about ?? one.location.file;
    const found = files.get(file);
    if (found) found.push(one);
    else files.set(file, [one]);
  }
  return files;
}

function addUp(before: { rules: RuleId[]; count: number } | undefined, draft: Draft, rule: RuleId) {
  return { ...draft, rules: [...(before?.rules ?? []), rule], count: (before?.count ?? 0) + draft.fixed.length };
}

function toFix(draft: Draft & { rules: RuleId[]; count: number }, options: ValidateOptions): FileFix {
  const { path: real, rules, count, content: after, executable } = draft;
  const { access } = options;
  const makesExecutable = executable && !access.stat(real)?.executable;
  return { path: real, file: showFrom(options, real), rules, count, before: access.read(real), after, makesExecutable };
}

/** A link is not what is written, so that the path of what it leads to is shown. */
function showFrom({ cwd, access }: ValidateOptions, real: string): string {
  return path
    .relative(access.realPath(cwd) ?? cwd, real)
    .split(path.sep)
    .join('/');
}

function explain(diagnostics: readonly Diagnostic[], reason: string): NotFixed[] {
  return [...byFile(diagnostics)].map(([file, found]) => ({
    file,
    rules: [...new Set(found.map(({ ruleId }) => ruleId))],
    reason,
  }));
}
