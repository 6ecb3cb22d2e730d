import type { Fixer } from '../repair.js';

/** `hook-script-not-executable`: the script that a hook starts gets its run bits. */
export const setRunBit: Fixer = ({ file, diagnostics }) => [
  { kind: 'script', diagnostics, file, makeExecutable: true },
];
