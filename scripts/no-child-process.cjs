// Stands in for node:child_process in commander, which loads it for commands that are programs of their own; there are none.
module.exports = {};
