import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeAgents } from './agents.mjs';
import { compare, time } from './measure.mjs';
import { makeScratch } from './scratch.mjs';

const SIZES = [1, 1_000, 10_000];

/** Other validators of this field over the same trees, as far as `install-peers.mjs` has installed them. */
export function benchPeers({ bin, client, peers, rounds }) {
  const modules = path.join(peers, 'node_modules');
  const others = [
    { name: 'skills', entry: path.join(modules, 'skills/bin/cli.mjs') },
    {
      name: 'claude-code-lint',
      entry: path.join(modules, '.bin/claudelint'),
      args: ['validate-agents', '--no-config'],
    },
    { name: '@carlrannaberg/cclint', entry: path.join(modules, '.bin/cclint'), args: ['agents', '--root', '.'] },
    { name: 'agnix', program: path.join(peers, 'bin/agnix'), args: ['.claude'] },
    { name: 'claude plugin validate', program: client, args: ['plugin', 'validate', '.claude'] },
  ].filter(({ entry, program }) => existsSync(entry ?? program));
  const root = makeScratch();
  const starts = compare(
    others.filter(({ name }) => name !== 'claude plugin validate').map((peer) => subjectOf(peer, ['--version'], root)),
    rounds,
  );
  const trees = SIZES.flatMap((files) => {
    const cwd = writeAgents(path.join(root, String(files)), files, { isFlat: true });
    const ours = { name: 'backend-system-architect', entry: bin, args: ['validate', '--no-cache', '--format', 'json'] };
    const subjects = [ours, ...others.filter(({ args }) => args)].map((peer) => {
      return { ...subjectOf(peer, peer.args, cwd), name: `${peer.name}, ${files.toLocaleString('en')} agents` };
    });
    if (files === 1_000) subjects.forEach(proveThatItLooks);
    // Some of them take minutes for the largest tree.
    const isLarge = files === SIZES.at(-1);
    const measured = isLarge
      ? compare(subjects, 1, 0, { asksMemory: false })
      : compare(subjects, files === 1 ? rounds : 3, 1);
    return measured.map((result) => ({ ...result, rate: Math.round((files / result.milliseconds) * 1000) }));
  });
  return [...starts.map((result) => ({ ...result, name: `${result.name} --version` })), ...trees];
}

/** One agent in a hundred is defective. The client's own validator takes these defects for none. */
function proveThatItLooks(subject) {
  if (subject.name.startsWith('claude plugin validate')) return;
  // Some of them end before all that they print is out.
  if (!/agent-\d*99\b/.test(time(subject).stdout)) throw new Error(`${subject.name} does not find what is defective`);
}

/** Their versions, as they tell them. */
export function versionsOf({ client, peers }) {
  const modules = path.join(peers, 'node_modules');
  const read = (name) => JSON.parse(time({ command: 'cat', args: [path.join(modules, name, 'package.json')] }).stdout);
  const packages = ['skills', 'claude-code-lint', '@carlrannaberg/cclint'].filter((name) =>
    existsSync(path.join(modules, name)),
  );
  const programs = [path.join(peers, 'bin/agnix'), client].filter((program) => existsSync(program));
  return [
    ...packages.map((name) => `${name} ${read(name).version}`),
    ...programs.map((command) => time({ command, args: ['--version'] }).stdout.trim()),
  ];
}

/** What is defective ends a validator with 1 or 2. */
function subjectOf({ name, entry, program }, args, cwd) {
  const [command, ...first] = program ? [program] : [process.execPath, entry];
  return { name, command, args: [...first, ...args], cwd, allowed: [0, 1, 2] };
}
