import { type Rule, rules } from './rule.js';

/** Rules about the sections of the body that the hooks of this package enforce. */
export const sectionRules = rules({
  'contract-json': {
    effect: 'degraded',
    message: ({ reason }) => `The JSON under Output Format is not a report contract: ${reason}. No report is checked.`,
    help: () => 'Make it one JSON object, an example of the report.',
  } satisfies Rule<{ reason: string }>,
  'example-contract': {
    effect: 'degraded',
    message: ({ violations }) =>
      `The report that Example ends with breaks the Output Format, so an agent that follows it is sent back: ${violations}.`,
    help: () => 'Give the example every key of the Output Format, in the shape that stands there.',
  } satisfies Rule<{ violations: string }>,
});
