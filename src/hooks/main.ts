export { Notebook } from '../cache/notebook.js';
export { writeKept } from '../cache/write-kept.js';
export { formatResult } from './result.js';
export { runHook } from './run-hook.js';
