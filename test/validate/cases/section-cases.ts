import type { sectionRules } from '../../../src/validate/rules/section-rules.js';
import { withBody } from './package-files.js';
import type { RuleCase } from './rule-case.js';

const contract = (text: string) => `## Output Format\nEnforcement: advisory\n~~~json\n${text}\n~~~\n`;
const example = (text: string) => `## Example\n~~~json\n${text}\n~~~\n`;

export const sectionCases: Record<keyof typeof sectionRules, RuleCase> = {
  'contract-json': { at: '[]', breaks: withBody(contract('[]')), keeps: withBody(contract('{}')) },
  'example-contract': {
    at: '{ "title"',
    breaks: withBody(contract('{ "feature": "a" }') + example('{ "title": "b" }')),
    keeps: withBody(contract('{ "feature": "a" }') + example('{ "feature": "b" }')),
  },
};
