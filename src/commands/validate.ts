import path from 'node:path';
import { readProfile } from '../client/read-profile.js';
import { findUserFiles } from '../client/user-files.js';
import { UsageError } from '../errors.js';
import { startProgress } from '../progress.js';
import type { ReportFormat } from '../reporters/formats.js';
import { formatReport } from '../reporters/report.js';
import { readPage } from '../rule-page.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';
import type { Root } from '../transaction/root.js';
import { readSettings, type SettingsOptions } from '../validate/config/settings.js';
import { diskAccess } from '../validate/file-access.js';
import type { ValidateOptions } from '../validate/options.js';
import { findFailure } from '../validate/outcome.js';
import { validateFiles } from '../validate/validate-files.js';
import { settleInterrupted } from './settle.js';

export interface ValidateCommandOptions extends SettingsOptions {
  format: ReportFormat;
  fix?: boolean;
  dryRun?: boolean;
  /** False where nothing is to be kept of clean files, nor taken for known. */
  cache?: boolean;
}

/** Validates the given paths, or what the current folder has of an agent package. */
export async function validateCommand(
  environment: Environment,
  paths: readonly string[],
  options: ValidateCommandOptions,
): Promise<ExitCode> {
  const { cwd, env, packageRoot, version } = environment;
  if (options.dryRun && !options.fix) {
    throw new UsageError('--dry-run shows what --fix would do, and there is no --fix.', 'Add --fix, or leave it out.');
  }
  for (const root of findRoots(cwd, paths)) await settleInterrupted(environment, root);
  const settings = await readSettings(cwd, options);
  const user = findUserFiles(env);
  const request: ValidateOptions = {
    paths: choosePaths(cwd, paths),
    cwd,
    access: diskAccess,
    client: readProfile(settings.client),
    userFolder: user.folder,
    userState: user.state,
    levelOf: settings.levelOf,
    ignores: settings.ignores,
  };
  if (options.fix) {
    const { fix, previewFixes } = await import('./fix.js');
    if (options.dryRun) return previewFixes(environment, request, options.format);
    await fix(environment, request);
  }
  const progress = startProgress(environment, 'validate');
  const report = await validateFiles({
    ...request,
    onProgress: progress.update,
    worker: path.join(packageRoot, 'dist/worker.cjs'),
    store: options.cache === false ? undefined : findStore(environment),
  });
  progress.stop();
  environment.stdout.write(
    await formatReport(report, options.format, {
      get colour() {
        return wantsColour(environment);
      },
      version,
      readPage: (rule) => readPage(packageRoot, rule),
    }),
  );
  const failure = findFailure(report, settings);
  if (failure && report.summary.errors === 0) environment.stderr.write(`Failed: ${failure}.\n`);
  return failure ? EXIT.findings : EXIT.clean;
}

function findStore({ cache }: Environment) {
  return cache && { folder: path.join(cache.folder, 'clean-files'), build: cache.build };
}

/** The repositories among what is validated: half an installation is no subject. */
function findRoots(cwd: string, paths: readonly string[]): Root[] {
  const folders = paths.length > 0 ? paths.map((file) => path.resolve(cwd, file)) : [cwd];
  return folders
    .filter((folder) => diskAccess.stat(folder)?.kind === 'directory')
    .map((folder) => (path.basename(folder) === '.claude' ? folder : path.join(folder, '.claude')))
    .map((claudeFolder) => ({ claudeFolder, followLinks: false }));
}

/** Where the client looks for a project's parts, as far as they are there. */
function choosePaths(cwd: string, paths: readonly string[]): string[] {
  if (paths.length > 0) return paths.map((file) => path.resolve(cwd, file));
  const found = ['.claude', '.claude-plugin', '.mcp.json'].some((name) => diskAccess.stat(path.join(cwd, name)));
  if (found) return [cwd];
  throw new UsageError(`There is no .claude folder in ${cwd}.`, 'Run "install" first, or name what to validate.');
}
