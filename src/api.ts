import path from 'node:path';
import { type InstallPlan, type PlanInstallOptions, planInstallation } from './api/plan-install.js';

export { type Applied, type ApplyOptions, applyPlan } from './api/apply-plan.js';
export type { InstallPlan, PlanInstallOptions } from './api/plan-install.js';
export { type Contract, reportContract } from './api/report-contract.js';
export { type ValidateOptions, type Validation, validate } from './api/validate.js';
export type { AgentDefinition } from './definition/model.js';
export { type ParsedDefinition, parseWithPlaces as parseDefinition } from './definition/parse-definition.js';
export type { Judgement } from './definition/report.js';
export type { Violation } from './definition/report-contract.js';
export type { Operation } from './install/plan/operation.js';
export type { Change } from './transaction/change.js';
export type { Diagnostic, Report, Severity } from './validate/diagnostic.js';

/**
 * Looks at a repository and plans the installation of the agent that this package ships, or its upgrade. An installation
 * that was interrupted is first finished or undone; nothing else is written.
 *
 * @throws {UsageError} for a repository that does not exist, and for an option that there is not
 */
export function planInstall(options: PlanInstallOptions): Promise<InstallPlan> {
  return planInstallation(path.resolve(import.meta.dirname, '..'), options);
}
