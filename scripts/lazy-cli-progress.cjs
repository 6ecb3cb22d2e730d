// Stands in for cli-progress in the bundles: only a command that takes its time on a terminal draws a bar.
module.exports = new Proxy({}, { get: (_, name) => require('cli-progress')[name] });
