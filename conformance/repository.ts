import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { agentText, type Case, type CaseFile } from './case.js';
import { CONTROL, UNKNOWN_KEY } from './debug-log.js';
import { INSTRUCTION } from './sighting.js';

const run = promisify(execFile);

const skill = (name: string, more = '') =>
  `---\nname: ${name}\ndescription: Knows about ${name}.\n${more}---\nAll about ${name}.\n`;

/** What every repository of a measurement holds beside the cases. */
export const baseFiles: Record<string, CaseFile> = {
  'CLAUDE.md': `${INSTRUCTION}\n`,
  'README.md': '# A project\n',
  [`.claude/agents/${CONTROL}.md`]: agentText(CONTROL, `${UNKNOWN_KEY}: 1`),
  '.claude/skills/alpha/SKILL.md': skill('alpha'),
  '.claude/skills/beta/SKILL.md': skill('beta'),
};

export interface Repository {
  root: string;
  /** Folder in which hooks leave a file named for their case. */
  marks: string;
  /** Folder in which the observing hook leaves each payload. */
  payloads: string;
  remove(): Promise<void>;
}

/** Makes a Git repository with the files of the cases, and with a hook that keeps what the client tells hooks. */
export async function makeRepository(cases: readonly Case[]): Promise<Repository> {
  const base = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  const root = path.join(base, cases[0]?.folder ?? 'a project');
  const marks = path.join(root, '.marks');
  const payloads = path.join(base, 'payloads');
  await Promise.all([mkdir(marks, { recursive: true }), mkdir(payloads, { recursive: true })]);
  const files = Object.assign({}, baseFiles, ...cases.map((one) => one.files)) as Record<string, CaseFile>;
  const settings = files['.claude/settings.json'];
  files['.claude/settings.json'] = JSON.stringify({
    ...(typeof settings === 'string' ? JSON.parse(settings) : {}),
    hooks: {
      SubagentStop: [
        { hooks: [{ type: 'command', command: `cat > '${base}'/$$ && mv '${base}'/$$ '${payloads}'/$$.json` }] },
      ],
    },
  });
  for (const [name, file] of Object.entries(files)) {
    const target = path.join(root, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, typeof file === 'object' && 'script' in file ? file.script : file);
    if (typeof file === 'object' && 'script' in file) await chmod(target, 0o755);
  }
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], { cwd: root });
  await git('init', '--quiet');
  await git('add', 'README.md');
  await git('commit', '--quiet', '--message', 'Start');
  return { root, marks, payloads, remove: () => rm(base, { recursive: true, force: true, maxRetries: 5 }) };
}
