// Stands in for gray-matter in the bundles: it is loaded for a frontmatter that names a language, which hardly any does.
module.exports = { language: (text) => require('gray-matter').language(text) };
