export { formatResult } from './result.js';
export { runHook } from './run-hook.js';
