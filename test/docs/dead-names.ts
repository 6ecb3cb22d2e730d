import { access } from 'node:fs/promises';
import path from 'node:path';
import { isRuleId, RULE_IDS } from '../../src/validate/rules/catalogue.js';
import { readInfo } from './example.js';
import { RULE_PAGES, type RulePage } from './rule-page.js';

const ROOT = path.resolve(RULE_PAGES, '../..');

/** What rule ids start with: `agent`, `hook` and so on. */
const FAMILIES = new Set(RULE_IDS.map((id) => id.split('-')[0]));

/** Folders that only this repository has, where a page means a file of ours and not one of its reader. */
const OURS = /^(?:bench|conformance|docs|scripts|src|test)\//;

/** What a page names or links to and what does not exist: rules, files of the repository, targets of links. */
export async function findDeadNames({ prose, sections }: RulePage): Promise<string[]> {
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const names = new Set([...sections.values()].flatMap(({ blocks }) => blocks.flatMap(namesOf)));
  const rules = spans.filter((span) => isRuleLike(span) && !names.has(span) && !isRuleId(span));
  const files = spans.filter((span) => OURS.test(span)).map((span) => path.join(ROOT, span));
  const themes = [...prose.matchAll(/conformance: ([a-z-]+)/g)].map(([, theme]) =>
    path.join(ROOT, 'conformance/cases', `${theme}.ts`),
  );
  const links = [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => path.join(RULE_PAGES, target));
  const missing = await Promise.all(
    [...files, ...themes, ...links].map(async (file) => ((await isThere(file)) ? [] : [file])),
  );
  return [...rules, ...missing.flat()];
}

function isRuleLike(span: string): boolean {
  return /^[a-z]+(?:-[a-z0-9]+)+$/.test(span) && FAMILIES.has(span.split('-')[0] ?? '');
}

/** Words of an example, which may look like rules: the name of an agent or of a server. */
function namesOf({ info, text }: { info: string; text: string }): string[] {
  const file = info === 'console' ? '' : readInfo(info).name;
  return `${file} ${text}`.match(/[a-z][\w-]*/g) ?? [];
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
