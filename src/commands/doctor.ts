import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readProfile } from '../client/read-profile.js';
import { findUserFiles } from '../client/user-files.js';
import { diagnose } from '../doctor/diagnose.js';
import type { Finding } from '../doctor/finding.js';
import { findInstallation, type Installation } from '../doctor/installation.js';
import { listTools } from '../doctor/list-tools.js';
import { runProgram } from '../doctor/run-program.js';
import { UsageError } from '../errors.js';
import { findRoot, type PlaceOptions } from '../install/find-root.js';
import { readHookSurroundings } from '../install/hook-surroundings.js';
import { readManifest } from '../install/inspect.js';
import { MANIFEST_PATH } from '../install/manifest.js';
import { startProgress } from '../progress.js';
import { formatDoctorJson } from '../reporters/doctor-json.js';
import { formatDoctorText } from '../reporters/doctor-text.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';
import { baseOf, type Root } from '../transaction/root.js';
import { readSettings } from '../validate/config/settings.js';
import type { Report } from '../validate/diagnostic.js';
import { diskAccess } from '../validate/file-access.js';
import { validate } from '../validate/validate.js';
import { settleInterrupted } from './settle.js';

export interface DoctorOptions extends PlaceOptions {
  format: 'text' | 'json';
  /** Whether the MCP servers that the agent uses are started; they are, unless this is false. */
  startServers?: boolean;
}

/** What a server gets to start and to list its tools, in milliseconds. */
const SERVER_TIMEOUT_MS = 20_000;
const REDRAW_MS = 100;

/** Says whether the installed agent can work in a repository. */
export async function doctor(
  environment: Environment,
  dir: string | undefined,
  options: DoctorOptions,
): Promise<ExitCode> {
  const root = findRoot(environment, dir, options);
  const repository = options.scope === 'user' ? environment.cwd : baseOf(root);
  const user = findUserFiles(environment.env).folder;
  // Without an installation of its own a repository has that of the user.
  const folders = [...new Set([root.claudeFolder, ...(user === undefined ? [] : [user])])];
  const place = (claudeFolder: string): Root => ({ claudeFolder, followLinks: options.followLinks === true });
  for (const folder of folders) await settleInterrupted(environment, place(folder));
  const installation = findInstallation(folders, (folder) => readManifest(place(folder)));
  if (!installation) {
    throw new UsageError(
      `Nothing is installed in ${repository}: there is no ${MANIFEST_PATH}.`,
      'Run "install" first, or name the repository into which the agent was installed.',
    );
  }
  const findings = await examine(environment, repository, installation, options);
  environment.stdout.write(
    options.format === 'json'
      ? formatDoctorJson(repository, installation.manifest.version, findings)
      : formatDoctorText(findings, { colour: wantsColour(environment) }),
  );
  return findings.some(({ status }) => status === 'problem') ? EXIT.findings : EXIT.clean;
}

async function examine(
  environment: Environment,
  repository: string,
  installation: Installation,
  { startServers }: DoctorOptions,
): Promise<Finding[]> {
  const { env, packageRoot } = environment;
  const progress = startProgress(environment, 'doctor');
  let latest: [done: number, total: number] = [0, 1];
  // One check can take longer than a person likes to look at nothing.
  const redraw = setInterval(() => progress.update(...latest), REDRAW_MS);
  try {
    return await diagnose({
      repository,
      installation,
      env,
      surroundings: readHookSurroundings(repository, env),
      servers: readText(path.join(repository, '.mcp.json')),
      node: { running: process.version, required: readRequiredNode(packageRoot) },
      run: runProgram,
      listTools: startServers === false ? undefined : listTools,
      serverTimeoutMs: SERVER_TIMEOUT_MS,
      validate: () => validateInstallation(repository, installation, env),
      onProgress: (...counts) => {
        latest = counts;
      },
    });
  } finally {
    clearInterval(redraw);
    progress.stop();
  }
}

/** The report that `validate` would give, by the configuration that holds in the repository. */
async function validateInstallation(
  repository: string,
  { scope, claudeFolder }: Installation,
  env: Environment['env'],
): Promise<Report> {
  const { client, levelOf, ignores } = await readSettings(repository, {});
  const user = findUserFiles(env);
  return validate({
    paths: [scope === 'user' ? claudeFolder : repository],
    cwd: repository,
    access: diskAccess,
    client: readProfile(client),
    userFolder: user.folder,
    userState: user.state,
    levelOf,
    ignores,
  });
}

function readRequiredNode(packageRoot: string): string {
  const text = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
  return (JSON.parse(text) as { engines: { node: string } }).engines.node;
}

function readText(file: string): string | undefined {
  try {
    return Buffer.from(diskAccess.read(file)).toString('utf8');
  } catch {
    return undefined;
  }
}
