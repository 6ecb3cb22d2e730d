// Loaded by --require: ends the process by SIGKILL before or after the n-th call that changes the disk, as KILL_AT
// ("12 before") asks. Without it the calls are counted, and written to the file KILL_COUNT at the end.
const fs = require('node:fs');

const { writeFileSync } = fs;
const [number, when] = (process.env.KILL_AT ?? '0 never').split(' ');
const calls = [];

function count(name, call) {
  calls.push(name);
  const isIt = calls.length === Number(number);
  if (isIt && when === 'before') process.kill(process.pid, 'SIGKILL');
  try {
    return call();
  } finally {
    if (isIt && when === 'after') process.kill(process.pid, 'SIGKILL');
  }
}

const CHANGING =
  /^(?:l|f)?(?:append|chmod|chown|copyFile|cp|datasync|link|mkdir|mkdtemp|rename|rm|rmdir|symlink|sync|truncate|unlink|utimes|write|writev|writeFile)(?:File)?(?:Sync)?$/;

for (const host of [fs, fs.promises]) {
  for (const [name, original] of Object.entries(host)) {
    if (typeof original !== 'function') continue;
    const opens = /^open(?:Sync)?$/.test(name);
    if (!opens && !CHANGING.test(name)) continue;
    host[name] = function changing(...args) {
      if (opens && !/[wax+]/.test(String(args[1] ?? 'r'))) return original.apply(this, args);
      return count(name, () => original.apply(this, args));
    };
  }
}

process.on('exit', () => {
  if (process.env.KILL_COUNT) writeFileSync(process.env.KILL_COUNT, JSON.stringify(calls));
});
