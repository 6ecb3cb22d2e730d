import { readFileSync, writeFileSync } from 'node:fs';
import { minify } from 'terser';

/**
 * Puts each function of a bundle that is called once where it is called, in parentheses: the engine compiles it together with what
 * is around it. One that stands by itself is read twice, to find where it ends, and to compile it when it is called. For the
 * entries, whose code cannot be kept.
 *
 * @param preamble stands above the code; a line for the shell stays where it is
 */
export async function inlineFunctions(file, preamble = '') {
  const { code } = await minify(readFileSync(file, 'utf8'), {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, inline: 3, negate_iife: false },
    format: { ascii_only: true, comments: false, preamble, wrap_func_args: true, wrap_iife: true },
  });
  writeFileSync(file, code);
}
