export { writeKept } from './cache/write-kept.js';
export { main } from './cli.js';
