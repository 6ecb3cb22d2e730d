// Stands in for picocolors in the bundles, which opens standard output to see whether it takes colour, however it is asked.
const plain = new Proxy({}, { get: () => String });
module.exports.createColors = (colour) => (colour ? require('picocolors').createColors(true) : plain);
