// Stands in for gray-matter's own engines in the bundles: its `javascript` engine runs the file that it parses, and its
// `yaml` engine loads a second YAML parser. Without them no code of a checked file can run, whatever the caller forgets.
module.exports = {};
