// Stands in for picomatch in the bundles: it is loaded for a glob that is no folder, which hardly any Boundary is.
module.exports = (...given) => require('picomatch')(...given);
