// The module itself: what a bundler makes of its default export is a copy of all of it, in each file anew.
export default require('node:path');
