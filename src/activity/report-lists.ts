import type { ReportLists } from './activity.js';
import { readEntries } from './entries.js';

/** Under which key of a report each list stands. A contract may name them otherwise; then they are further keys. */
export const LIST_KEYS = {
  endpoints: 'endpoints_created',
  models: 'models_created',
  middleware: 'middleware_added',
  security: 'security_measures',
  tests: 'test_commands',
} as const satisfies Record<keyof ReportLists, string>;

/** What the report of a run lists, in its order. */
export function readReport(report: Readonly<Record<string, unknown>>, run: number): ReportLists {
  return {
    endpoints: readEntries(report[LIST_KEYS.endpoints], ['method', 'path', 'auth', 'rate_limit'], run),
    models: readEntries(report[LIST_KEYS.models], ['name', 'table', 'fields'], run),
    middleware: readEntries(report[LIST_KEYS.middleware], ['name', 'config'], run),
    security: readEntries(report[LIST_KEYS.security], [], run),
    tests: readEntries(report[LIST_KEYS.tests], [], run),
  };
}
