import path from 'node:path';
import type { Activity } from '../activity/activity.js';
import { writeContextPage, writePage } from '../activity/page-file.js';
import { readBudgets } from '../activity/read-budgets.js';
import { readRecords } from '../activity/read-records.js';
import { summarize } from '../activity/summarize.js';
import { findUserFiles } from '../client/user-files.js';
import { CONTEXT } from '../context/ignore.js';
import { UsageError } from '../errors.js';
import { resolveRepository } from '../install/find-root.js';
import { formatActivityJson, formatActivityText, formatFaults } from '../reporters/activity-text.js';
import { formatPage } from '../reporters/page/page.js';
import { printable } from '../reporters/printable.js';
import { type Environment, EXIT, type ExitCode, wantsColour } from '../streams.js';

export interface ReportOptions {
  format: 'text' | 'json';
  /** Write a page, into this file or to where it stands by default. */
  html?: string | true;
  /** Replace a file that is no page of ours. */
  force?: true;
}

/** Says what agents did in a repository, or writes a page about it. Exit 1 where a file could not be read. */
export async function report(
  environment: Environment,
  dir: string | undefined,
  options: ReportOptions,
): Promise<ExitCode> {
  if (options.force && options.html === undefined) {
    throw new UsageError('--force is for the page, and none is asked for.', 'Add --html, or leave --force out.');
  }
  const repository = resolveRepository(environment.cwd, dir ?? '.');
  const activity = readActivity(environment, repository);
  if (options.html === undefined) printActivity(environment, activity, repository, options);
  else await makePage(environment, activity, repository, options.html, options);
  return activity.faults.length > 0 ? EXIT.findings : EXIT.clean;
}

/** Reads only: what an interrupted command left is none of its business. */
function readActivity({ env }: Environment, repository: string): Activity {
  const records = readRecords(path.join(repository, CONTEXT));
  const { tasks_completed, tasks_pending } = records.state;
  const elsewhere = [...records.past.map(({ task }) => task), ...records.waiting.map(({ run }) => run)];
  const origins = [...tasks_completed, ...tasks_pending, ...elsewhere];
  const { folder } = findUserFiles(env);
  const claudeFolders = [path.join(repository, '.claude'), ...(folder === undefined ? [] : [folder])];
  const budgets = readBudgets(
    claudeFolders,
    origins.map(({ agent }) => agent),
  );
  return summarize(records, budgets);
}

function printActivity(
  environment: Environment,
  activity: Activity,
  directory: string,
  { format }: ReportOptions,
): void {
  environment.stdout.write(
    format === 'json'
      ? formatActivityJson(activity, directory)
      : formatActivityText(activity, { directory, colour: wantsColour(environment) }),
  );
}

/** The path alone goes to stdout, so that it can be handed to what opens it. */
async function makePage(
  { cwd, version, stdout, stderr }: Environment,
  activity: Activity,
  repository: string,
  place: string | true,
  { format, force = false }: { format: ReportOptions['format']; force?: boolean },
): Promise<void> {
  const facts = {
    repository: path.basename(repository) || repository,
    madeAt: new Date(),
    version,
  };
  const page = formatPage(activity, facts);
  const file =
    place === true
      ? await writeContextPage(path.join(repository, CONTEXT), page, { force })
      : await writeTo(path.resolve(cwd, place), page, force);
  const { faults, keptAside } = activity;
  if (format === 'json')
    stdout.write(`${JSON.stringify({ command: 'report', page: file, faults, keptAside }, null, 2)}\n`);
  else stdout.write(`${printable(file)}\n`);
  for (const line of formatFaults(activity)) stderr.write(`${line}\n`);
}

async function writeTo(file: string, page: string, force: boolean): Promise<string> {
  await writePage(file, page, { force });
  return file;
}
