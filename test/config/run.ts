import path from 'node:path';
import type { Report } from '../../src/validate/diagnostic.js';
import { type CliResult, cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';

export const CONFIG = 'backend-system-architect.config.json';

/** An agent with one warning, `agent-tools-empty`, at 4:1. */
export const EMPTY_TOOLS = '---\nname: helper\ndescription: Helps.\ntools: []\n---\n\nYou help.\n';

/** An agent with one error, `agent-tool-unknown`, at 4:8. */
export const UNKNOWN_TOOL = '---\nname: other\ndescription: Helps.\ntools: Foo\n---\n\nYou help.\n';

export const HELPER = '.claude/agents/helper.md';

type Files = Record<string, string>;

/** Runs `validate` in a repository with an agent that has one warning, and with these files; `from` is a folder of it. */
export async function run(args: readonly string[], files: Files = {}, from = '.'): Promise<CliResult> {
  const repository = await makeRepository({ [HELPER]: EMPTY_TOOLS, ...files });
  return cli(['validate', ...args], { cwd: path.join(repository, from) });
}

/** The same, as `severity rule-id file:line:column` for each diagnostic. */
export async function findings(args: readonly string[], files: Files = {}, from = '.'): Promise<string[]> {
  const { stdout, stderr } = await run(['--format', 'json', ...args], files, from);
  if (stderr.startsWith('error')) throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout) as Report;
  return diagnostics.map(({ severity, ruleId, location: { file, line, column } }) => {
    return `${severity} ${ruleId} ${file}:${line}:${column}`;
  });
}
