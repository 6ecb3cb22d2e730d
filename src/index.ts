import type * as Api from './api.js';

/** Loaded when it is asked for, from the files of the command line: the package carries its libraries once. */
function load(): typeof Api {
  return require('./api.cjs') as typeof Api;
}

export const applyPlan: typeof Api.applyPlan = (plan, options) => load().applyPlan(plan, options);
export const parseDefinition: typeof Api.parseDefinition = (text) => load().parseDefinition(text);
export const planInstall: typeof Api.planInstall = (options) => load().planInstall(options);
export const reportContract: typeof Api.reportContract = (definition) => load().reportContract(definition);
export const validate: typeof Api.validate = (options) => load().validate(options);
