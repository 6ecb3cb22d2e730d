/** What is exported does not change after, in any of our modules: it need not be asked for by a function each time. */
export function exportValues(code) {
  return code.replace(
    /Object\.defineProperty\(exports, ?(["'`][\w$]+["'`]), ?\{\s*enumerable: ?(?:true|!0),\s*get: ?function ?\(\) ?\{\s*return ([\w$]+);?\s*\}\s*\}\)/g,
    (_, name, value) => `exports.${name.slice(1, -1)}=${value}`,
  );
}
