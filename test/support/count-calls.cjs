// Loaded into a process with `node --require`: counts what it asks of the system, and writes that down when it ends.
const childProcess = require('node:child_process');
const fs = require('node:fs');

const counts = { opened: 0, asked: 0, written: 0, processes: 0 };
const ASKING = ['accessSync', 'existsSync', 'fstatSync', 'lstatSync', 'readdirSync', 'realpathSync', 'statSync'];
const WRITING = ['linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'writeFileSync'];

/** Calls within calls are the first one's affair. */
let depth = 0;

function count(object, name, kind) {
  const original = object[name];
  object[name] = function counted(...args) {
    if (depth === 0 && !(name === 'readFileSync' && typeof args[0] === 'number')) counts[kind] += 1;
    depth += 1;
    try {
      return Reflect.apply(original, this, args);
    } finally {
      depth -= 1;
    }
  };
  Object.assign(object[name], original);
}

for (const name of ['openSync', 'readFileSync']) count(fs, name, 'opened');
for (const name of ASKING) count(fs, name, 'asked');
for (const name of WRITING) count(fs, name, 'written');
for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  count(childProcess, name, 'processes');
}
const before = new Set(process.moduleLoadList);

process.on('exit', () => {
  const modules = process.moduleLoadList.filter((name) => /^NativeModule /.test(name) && !before.has(name));
  depth += 1;
  fs.writeFileSync(process.env.COUNT_CALLS, JSON.stringify({ ...counts, modules: modules.length }));
});
