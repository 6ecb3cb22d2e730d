import { type HookResult, SILENT } from '../result.js';
import { type StopContext, stopHook } from './stop-hook.js';

/** Sends a report that does not fit the Output Format back, once; says so to the user when it still does not fit. */
export const outputValidator = stopHook('output-validator', validateOutput);

function validateOutput({ agent, verdict }: StopContext): HookResult {
  switch (verdict.kind) {
    case 'accepted':
      return SILENT;
    case 'unchecked':
      return {
        kind: 'tell-user',
        message: `output-validator: the report of ${agent} was not checked: ${verdict.reason}.`,
      };
    case 'failed':
      return {
        kind: 'tell-user',
        message: `output-validator: ${agent} stopped without a valid report: ${verdict.reasons.join('; ')}`,
      };
    case 'sent-back':
      return { kind: 'send-back', reason: feedback(agent, verdict.reasons, verdict.example) };
  }
}

function feedback(agent: string, reasons: readonly string[], example: string): string {
  return [
    `The report does not fit the Output Format of ${agent}:`,
    ...reasons.map((reason) => `- ${reason}`),
    '',
    'State the whole report again. Only your last message reaches the caller, so end it with one fenced json block that',
    'holds every key, not just the corrected ones. The shape, by example:',
    '```json',
    example,
    '```',
    '',
  ].join('\n');
}
