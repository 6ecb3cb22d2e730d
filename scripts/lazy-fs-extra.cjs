// Stands in for fs-extra in the bundles: only what writes for --fix and --html calls it, and it loads a dozen of Node's modules.
module.exports = new Proxy({}, { get: (_, name) => require('fs-extra')[name] });
