// Stands in for jsonc-parser in the bundles, which makes two hundred texts of blanks when it is loaded.
for (const name of ['getNodeValue', 'parseTree', 'printParseErrorCode', 'visit']) {
  Object.defineProperty(module.exports, name, { enumerable: true, get: () => require('jsonc-parser')[name] });
}
