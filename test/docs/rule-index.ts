import { catalogue, RULE_IDS, severityOf } from '../../src/validate/rules/catalogue.js';
import type { Rule } from '../../src/validate/rules/rule.js';
import { readRulePage } from './rule-page.js';

/** What `docs/rules/README.md` has to hold: every rule in the order of the catalogue, with what its page opens with. */
export async function writeRuleIndex(): Promise<string> {
  const rows = await Promise.all(
    RULE_IDS.map(async (id) => {
      const { effect, fixable }: Rule<never> = catalogue[id];
      const { sentence } = await readRulePage(id);
      const cells = [
        `[${id}](${id}.md)`,
        effect,
        severityOf(id),
        fixable ? 'yes' : '',
        sentence.replaceAll('|', '\\|'),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return `${HEAD}\n${rows.join('\n')}\n`;
}

const HEAD = `# Rules

What \`validate\` finds. Each page says what the client does with the defect, shows it wrong and right, and names what the rule rests on. The examples of the pages are run by the tests. \`npx backend-system-architect explain <rule>\` prints a page.

The effect decides the severity: what is not loaded or ignored is an error, what runs otherwise than it is written or breaks elsewhere a warning, the rest a note (\`info\`). *Fix* says whether \`--fix\` can put it right. How to turn a rule off stands in docs/validate.md.

This table is made from the catalogue and from the first sentence of each page; \`npx vitest run test/docs -u\` writes it again.

| Rule | Effect | Severity | Fix | What is wrong |
| --- | --- | --- | --- | --- |`;
