// Stands in for yaml in the bundles: the parser is loaded when it is first called, which plain frontmatter never does.
const names = ['isAlias', 'isCollection', 'isMap', 'isNode', 'isPair', 'isScalar', 'isSeq', 'parseDocument'];
for (const name of names) {
  Object.defineProperty(module.exports, name, { enumerable: true, get: () => require('yaml')[name] });
}
