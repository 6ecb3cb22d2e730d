// Stands in for zod in the bundles: it is loaded when a schema is made, which nearly all frontmatter does without.
for (const name of require('./zod-names.cjs')) {
  Object.defineProperty(module.exports, name, { enumerable: true, get: () => require('zod')[name] });
}
