import { UsageError } from '../errors.js';
import { plural } from '../plural.js';
import { readPage } from '../rule-page.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import { nearest } from '../validate/nearest.js';
import { catalogue, isRuleId, RULE_IDS, severityOf } from '../validate/rules/catalogue.js';

/** Prints a rule's page, or without a rule a line for each. */
export async function explain({ stdout, packageRoot }: Environment, rule: string | undefined): Promise<ExitCode> {
  if (rule === undefined) {
    const width = Math.max(...RULE_IDS.map((id) => id.length));
    const lines = RULE_IDS.toSorted().map(
      (id) => `${id.padEnd(width)}  ${severityOf(id).padEnd(7)}  ${catalogue[id].effect}\n`,
    );
    stdout.write(`${lines.join('')}${plural(RULE_IDS.length, 'rule')}; "explain <rule>" prints the page of one.\n`);
    return EXIT.clean;
  }
  if (!isRuleId(rule)) {
    const hint = nearest(rule, RULE_IDS);
    throw new UsageError(
      `There is no rule "${rule}"${hint ? `; did you mean "${hint}"?` : '.'}`,
      'Run "explain" without a rule for the list.',
    );
  }
  stdout.write(readPage(packageRoot, rule));
  return EXIT.clean;
}
