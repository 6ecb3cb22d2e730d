import type * as Api from './api.js';

export { main } from './cli.js';

/** The programming interface, for `index.ts`; loaded when it is asked for. */
export function loadApi(): typeof Api {
  return require('./api.js');
}
