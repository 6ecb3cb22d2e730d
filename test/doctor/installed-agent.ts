import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { DEFAULT_ANSWERS } from '../../src/answers/answers.js';
import { doctor } from '../../src/commands/doctor.js';
import type { Finding } from '../../src/doctor/finding.js';
import { formatManifest, MANIFEST_PATH, type Manifest } from '../../src/install/manifest.js';
import { readPayload } from '../../src/install/payload.js';
import { openable } from '../support/openable.js';
import { makeRepository, writeFiles } from '../support/repository.js';

export const AGENT_PATH = '.claude/agents/backend-system-architect.md';
export const SETTINGS_PATH = '.claude/settings.json';
export const HOOKS = '.claude/hooks/agent';

const packageRoot = path.resolve(import.meta.dirname, '../..');

/** A machine for one test: a repository with the agent installed, and a home and a PATH with nothing in them but this. */
export interface Machine {
  repository: string;
  home: string;
  /** The only folder on the PATH, with `node` and a current `claude`. */
  programs: string;
  env: Record<string, string>;
}

/** Writes what an installation consists of; files of the same path win over those of the package. */
export async function makeMachine(files: Record<string, string> = {}): Promise<Machine> {
  const repository = await makeRepository();
  await install(repository, 'project');
  await writeFiles(repository, files);
  const [home, programs] = await Promise.all([makeFolder('home'), makeFolder('programs')]);
  await addProgram(programs, 'node', `exec '${process.execPath}' "$@"`);
  await addProgram(programs, 'claude', 'echo "2.1.330 (Claude Code)"');
  await trust(home, repository);
  return { repository, home, programs, env: { HOME: home, PATH: programs } };
}

export async function install(base: string, scope: 'project' | 'user'): Promise<void> {
  const { files, version } = await readPayload(packageRoot);
  const toScope = (text: string) =>
    scope === 'project'
      ? text
      : text.replaceAll('"$CLAUDE_PROJECT_DIR"/.claude', () => ['"$', '{CLAUDE_CONFIG_DIR:-$HOME/.claude}"'].join(''));
  for (const { path: file, content } of files) {
    await writeFiles(base, { [file]: file === AGENT_PATH ? toScope(content.toString()) : content });
  }
  const command = toScope('"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/agent-start.sh');
  const hook = { type: 'command' as const, command, timeout: 10 };
  await writeFiles(base, { [SETTINGS_PATH]: JSON.stringify({ hooks: { SubagentStart: [{ hooks: [hook] }] } }) });
  const manifest: Manifest = {
    $schema: 'manifest/1',
    package: 'backend-system-architect',
    version,
    answers: { ...DEFAULT_ANSWERS, scope },
    files: files.map(({ path: file, sha256 }) => ({ path: file, sha256 })),
    entries: [{ kind: 'hook', event: 'SubagentStart', hook, position: 0, made: [] }],
    folders: [],
  };
  await writeFiles(base, { [MANIFEST_PATH]: formatManifest(manifest) });
}

export async function trust(home: string, repository: string): Promise<void> {
  const state = { projects: { [repository]: { hasTrustDialogAccepted: true } } };
  await writeFile(path.join(home, '.claude.json'), JSON.stringify(state));
}

/** A folder that is removed when the test ends. */
export async function makeFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `${name}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Puts a shell script on a PATH. */
export async function addProgram(folder: string, name: string, script: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

export interface DoctorRun {
  exitCode: number;
  findings: Finding[];
  summary: { ok: number; warnings: number; problems: number };
}

/** Runs the command in memory and reads its JSON. */
export async function runDoctor(
  { repository, env }: Pick<Machine, 'repository' | 'env'>,
  options: { startServers?: boolean } = {},
): Promise<DoctorRun> {
  const { exitCode, stdout } = await runDoctorAs('json', { repository, env }, options);
  return { exitCode, ...(JSON.parse(stdout) as Omit<DoctorRun, 'exitCode'>) };
}

export async function runDoctorAs(
  format: 'text' | 'json',
  { repository, env }: Pick<Machine, 'repository' | 'env'>,
  options: { startServers?: boolean; isTTY?: boolean } = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const { isTTY = false } = options;
  const [stdin, stdout, stderr] = [new PassThrough(), openable({ isTTY }), openable({ isTTY })];
  const environment = { argv: [], cwd: repository, env, stdin, stdout, stderr, packageRoot, version: '1.0.0' };
  const exitCode = await doctor(environment, '.', { format, ...options });
  return { exitCode, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

/** What was found about one thing, without the times. */
export function about({ findings }: DoctorRun, check: Finding['check']): Omit<Finding, 'durationMs'>[] {
  return findings.filter((finding) => finding.check === check).map(({ durationMs: _, ...finding }) => finding);
}
