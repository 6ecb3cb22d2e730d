import { parseTree } from 'jsonc-parser';

/**
 * Parses a JSON block; comments and trailing commas are errors.
 * @param {import('../find/blocks.mjs').Block} block
 * @returns {{ message: string, line: number }[]}
 */
export function checkJson({ code, line }) {
  const text = code.join('\n');
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    // Node words the error, without a line that holds in every version.
    const errors = [];
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const before = text.slice(0, errors[0]?.offset ?? 0);
    return [{ message: error.message.replace(/ in JSON at position.*$/s, ''), line: line + before.split('\n').length }];
  }
}
