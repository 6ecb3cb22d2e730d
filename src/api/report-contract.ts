import type { AgentDefinition, Enforcement } from '../definition/model.js';
import { type Judgement, judgeReport } from '../definition/report.js';
import { checkReport, type Violation } from '../definition/report-contract.js';
import { reportSchemaDocument, type SchemaDocument } from '../schemas/document.js';

/** What the Output Format of a definition asks of a report. */
export type Contract =
  | {
      kind: 'contract';
      /** The example under Output Format. */
      example: unknown;
      /** Whether a report that breaks it is sent back, or only spoken of. */
      enforcement: Enforcement;
      /** The same as a JSON Schema (2020-12). */
      schema: SchemaDocument;
      /** Every place where a report differs, in the order of the example; none where it fits. */
      check(report: unknown): Violation[];
      /** Finds the report in an agent's last message and judges it, as the hook does. */
      judge(message: string): Judgement;
    }
  /** There is no Output Format. */
  | { kind: 'absent' }
  /** There is one that no contract can be read from. */
  | { kind: 'invalid'; reason: string };

/** Reads the contract that the hooks hold an agent's report to. */
export function reportContract({ outputFormat, enforcement }: AgentDefinition): Contract {
  switch (outputFormat.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'invalid':
      return { kind: 'invalid', reason: outputFormat.reason };
    case 'contract': {
      const { contract } = outputFormat;
      return {
        kind: 'contract',
        example: JSON.parse(contract.example),
        enforcement,
        schema: reportSchemaDocument(contract),
        check: (report) => checkReport(contract, report),
        judge: (message) => judgeReport(message, contract),
      };
    }
  }
}
