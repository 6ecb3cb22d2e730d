import type * as Api from './api.js';

/** One bundle, the program, serves the command line and this entry, so that the package carries its libraries once. */
function load(): typeof Api {
  return (require('./program.cjs') as { loadApi(): typeof Api }).loadApi();
}

export const applyPlan: typeof Api.applyPlan = (plan, options) => load().applyPlan(plan, options);
export const parseDefinition: typeof Api.parseDefinition = (text) => load().parseDefinition(text);
export const planInstall: typeof Api.planInstall = (options) => load().planInstall(options);
export const reportContract: typeof Api.reportContract = (definition) => load().reportContract(definition);
export const validate: typeof Api.validate = (options) => load().validate(options);
