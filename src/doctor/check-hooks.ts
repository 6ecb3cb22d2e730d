import path from 'node:path';
import { hookNameOf } from '../answers/hook-command.js';
import type { AgentDefinition } from '../definition/model.js';
import { SETTINGS_PATH } from '../install/entries/entry.js';
import { isObject } from '../is-object.js';
import { parseJsonDocument } from '../jsonc/document.js';
import { diskAccess } from '../validate/file-access.js';
import { AGENT_PATH } from './check-agent.js';
import type { Finding } from './finding.js';
import { type Installation, showInstalled, toInstalled } from './installation.js';
import { type InstalledHook, listHooks, scriptOf } from './installed-hooks.js';
import { type InstalledScript, judgeHookRun } from './judge-hook-run.js';
import type { ProgramCall, Variables } from './process-group.js';
import type { ProgramRun, RunProgram } from './run-program.js';
import { samplePayload } from './sample-payload.js';
import { makeSampleProject } from './sample-project.js';
import { findShell } from './shell.js';

export interface HooksRequest {
  repository: string;
  installation: Installation;
  definition: AgentDefinition;
  /** What the client gives to hooks, but for what is about the project. */
  hookEnv: Variables;
  run: RunProgram;
}

/** The longest that is waited for a hook, in seconds. */
const LONGEST_WAIT = 60;

/** Starts every installed hook as the client does, all at once, in a project that is made for it and removed again. */
export async function checkHooks(request: HooksRequest): Promise<Finding[]> {
  const { repository, installation, definition } = request;
  const files = installation.manifest.files
    .map((file) => file.path)
    .filter((file) => /\/(?:hooks|agents)\//.test(file));
  const scripts = findScripts(installation);
  const list = (table: unknown, source: string) => listHooks(table, showInstalled(installation, source), scripts);
  const inFrontmatter = list(definition.frontmatter.values.hooks, AGENT_PATH);
  const settings = readHookTable(toInstalled(installation, SETTINGS_PATH));
  // What else is registered there is the user's.
  const inSettings = list(settings, SETTINGS_PATH).filter(({ script }) => script !== undefined);
  const sample = makeSampleProject(repository, installation, files);
  try {
    const tried = [...inFrontmatter, ...inSettings].map((hook) => tryHook(hook, sample.folder, request));
    return [...(await Promise.all(tried)), ...findUnregistered(installation, inSettings)];
  } finally {
    sample.remove();
  }
}

/** The scripts that were installed, by file name; where a file of the user was in the way there is none. */
function findScripts({ manifest }: Installation): Map<string, string> {
  const scripts = new Map<string, string>();
  for (const { path: file, sha256 } of manifest.files) {
    const script = scriptOf(file);
    if (script !== undefined && sha256 !== undefined) scripts.set(script, file);
  }
  return scripts;
}

async function tryHook(
  hook: InstalledHook,
  project: string,
  { repository, installation, definition, hookEnv, run }: HooksRequest,
): Promise<Finding> {
  if (hook.script === undefined || hook.usesPowerShell) {
    const message = `A hook for ${hook.event} in ${hook.source} is not one of this package's and was not tried.`;
    return { check: 'hook', status: 'ok', message };
  }
  const moved = { CLAUDE_PROJECT_DIR: project, CLAUDE_CONFIG_DIR: path.join(project, '.claude') };
  // A trial leaves nothing behind in the user's cache.
  const env = { ...hookEnv, ...moved, NODE_DISABLE_COMPILE_CACHE: '1' };
  const timeoutMs = Math.min(hook.timeout ?? LONGEST_WAIT, LONGEST_WAIT) * 1_000;
  const result = await run({
    ...startOf(hook, env, project),
    cwd: project,
    env,
    input: samplePayload(hook.event, definition, project),
    timeoutMs,
  });
  const script = {
    path: showInstalled(installation, hook.script),
    state: stateOf(toInstalled(installation, hook.script)),
  };
  return judgeHookRun({ hook, script, timeoutMs, run: nameOriginals(result, project, repository) });
}

/** With arguments there is no shell, and the client fills in the variable that is written in braces. */
function startOf(
  { command, args }: InstalledHook,
  env: Variables,
  project: string,
): Pick<ProgramCall, 'program' | 'args'> {
  if (args === undefined) return { program: findShell(env, project), args: ['-c', command] };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the client looks for.
  return { program: command, args: args.map((text) => text.replaceAll('${CLAUDE_PROJECT_DIR}', () => project)) };
}

function stateOf(file: string): InstalledScript['state'] {
  const stats = diskAccess.stat(file);
  return stats?.kind !== 'file' ? 'missing' : stats.executable ? 'executable' : 'not-executable';
}

/** Has what was printed about a copy speak of the file that it is a copy of. */
function nameOriginals(run: ProgramRun, project: string, repository: string): ProgramRun {
  if (run.kind !== 'ended') return run;
  const rename = (text: string) => text.replaceAll(project, repository);
  return { ...run, stdout: rename(run.stdout), stderr: rename(run.stderr) };
}

/** Hooks that were put into the settings and are not there any more. */
function findUnregistered(installation: Installation, present: readonly InstalledHook[]): Finding[] {
  const file = showInstalled(installation, SETTINGS_PATH);
  return installation.manifest.entries
    .filter((entry) => entry.kind === 'hook')
    .filter(
      ({ event, hook }) => !present.some((at) => at.event === event && at.name === hookNameOf(hook.command, hook.args)),
    )
    .map(({ event, hook }) => ({
      check: 'hook',
      status: 'problem',
      message: `The hook ${hookNameOf(hook.command, hook.args)} for ${event} is not in ${file} any more, so it never runs.`,
      remedy: 'Run "install --force" to put it back.',
    }));
}

function readHookTable(file: string): unknown {
  let text: string;
  try {
    text = Buffer.from(diskAccess.read(file)).toString('utf8');
  } catch {
    return undefined;
  }
  const parsed = parseJsonDocument(text);
  return parsed.kind === 'parsed' && isObject(parsed.document.values) ? parsed.document.values.hooks : undefined;
}
