import { type Command, Option } from 'commander';
import { REPORT_FORMATS } from '../reporters/formats.js';
import type { Environment, ExitCode } from '../streams.js';

/** Takes the exit code of a command that has run. */
export type Finish = (code: ExitCode) => void;

type Define = (program: Command, environment: Environment, finish: Finish) => void;

/** What each command is called with, by its name, in the order of the help. Its code is loaded when it runs. */
export const COMMANDS: ReadonlyMap<string, Define> = new Map<string, Define>([
  ['install', defineInstall],
  ['uninstall', defineUninstall],
  ['status', defineStatus],
  ['diff', defineDiff],
  ['doctor', defineDoctor],
  ['validate', defineValidate],
  ['explain', defineExplain],
  ['schema', defineSchema],
  ['route', defineRoute],
  ['report', defineReport],
  ['handoffs', defineHandoffs],
]);

function defineInstall(program: Command, environment: Environment, finish: Finish): void {
  planCommand(
    program,
    'install',
    'install the agent, its hooks and its skills into a repository, or bring them up to date',
    'replace files of yours that are in the way, keeping a copy of each, and bring back what you deleted',
  )
    .option('--backend-root <folder>', 'where the backend is (default: where a FastAPI application is found)')
    .option('--skills <names>', 'all, preloaded, none, or names with commas between them')
    .option('--router', 'register the hook that points out the agent for prompts about the backend')
    .option('--no-router', 'leave it out')
    .option('--mcp [names]', 'add MCP servers to .mcp.json: all of ours, or names with commas between them')
    .option('--no-mcp', 'add none')
    .option('--hook-starter <form>', 'how hooks are started: sh, or node where there is no shell')
    .action(async (dir: string | undefined, options, command) => {
      const { install } = await import('./install.js');
      finish(await install(environment, dir, writtenOptions(command, options)));
    });
}

function defineUninstall(program: Command, environment: Environment, finish: Finish): void {
  planCommand(
    program,
    'uninstall',
    'remove what install wrote, and nothing else',
    'remove files and entries that you changed, too',
  )
    .option('--purge', 'remove what the hooks wrote into .claude/context, too')
    .action(async (dir: string | undefined, options) => {
      const { uninstall } = await import('./uninstall.js');
      finish(await uninstall(environment, dir, options));
    });
}

function defineStatus(program: Command, environment: Environment, finish: Finish): void {
  placed(program, 'status', 'say what is installed, and what is not as it was installed')
    .option('--cost', 'say how many bytes it adds to what the model reads')
    .action(async (dir, options) => {
      const { status } = await import('./status.js');
      finish(await status(environment, dir, options));
    });
}

function defineDiff(program: Command, environment: Environment, finish: Finish): void {
  placed(program, 'diff', 'show what was changed since the installation')
    .option('--upgrade', 'show what an install would change now')
    .action(async (dir: string | undefined, options) => {
      const { diff } = await import('./diff.js');
      finish(await diff(environment, dir, options));
    });
}

function defineDoctor(program: Command, environment: Environment, finish: Finish): void {
  placed(program, 'doctor', 'say whether the installed agent can work here, and how to mend what keeps it from that')
    .option('--no-servers', 'do not start the MCP servers')
    .action(async (dir: string | undefined, options) => {
      const { doctor } = await import('./doctor.js');
      finish(await doctor(environment, dir, { ...options, startServers: options.servers }));
    });
}

function defineValidate(program: Command, environment: Environment, finish: Finish): void {
  program
    .command('validate')
    .description('check agents, skills, hooks and settings for what the client would drop, ignore or change')
    .argument('[paths...]', 'agent files, .claude folders, plugins or repositories (default: the current folder)')
    .addOption(new Option('--format <format>', 'how to print the report').choices([...REPORT_FORMATS]).default('text'))
    .option('--fix', 'put right what is mechanical, and report the rest')
    .option('--dry-run', 'with --fix: print the changes as a diff, and do nothing')
    .option('--strict', 'fail on warnings, too')
    .option('--max-warnings <count>', 'fail on more warnings than this')
    .option('--rule <id=level>', 'what a rule counts for: error, warning, info or off (repeatable)', collect)
    .option('--client <version>', 'the version of Claude Code that the verdicts are about')
    .option('--config <file>', 'read this configuration, not the one that is found')
    .option('--no-config', 'read no configuration')
    .option('--no-cache', 'check every file of a large tree, those included that are known to be clean')
    .action(async (paths: string[], options) => {
      const { validateCommand } = await import('./validate.js');
      finish(await validateCommand(environment, paths, options));
    });
}

function defineExplain(program: Command, environment: Environment, finish: Finish): void {
  program
    .command('explain')
    .description('print the page of a rule, or list the rules')
    .argument('[rule]', 'its id, as the report names it')
    .action(async (rule: string | undefined) => {
      const { explain } = await import('./explain.js');
      finish(await explain(environment, rule));
    });
}

function defineSchema(program: Command, environment: Environment, finish: Finish): void {
  program
    .command('schema')
    .description('print a JSON Schema for editors and other tools, or list the schemas')
    .argument('[name]', 'of what: agent-frontmatter, report, ...')
    .option('--dir <dir>', 'the repository whose agent the report is for', '.')
    .action(async (name: string | undefined, options) => {
      const { schema } = await import('./schema.js');
      finish(await schema(environment, name, options));
    });
}

function defineRoute(program: Command, environment: Environment, finish: Finish): void {
  program
    .command('route')
    .description('say whether the prompt router would point out the agent for a prompt; exit 1 when it would not')
    .argument('<prompt>', 'the prompt, or - to read it from standard input')
    .option('--explain', 'print what counted for it and against it')
    .option('--scope <scope>', 'project, or user for your own ~/.claude')
    .option('--dir <dir>', 'the repository (default: the current folder)')
    .addOption(format())
    .action(async (prompt: string, options) => {
      const { route } = await import('./route.js');
      finish(await route(environment, prompt, options));
    });
}

function defineReport(program: Command, environment: Environment, finish: Finish): void {
  program
    .command('report')
    .description('say what the agent did here, or write a page about it; exit 1 when a file could not be read')
    .argument('[dir]', 'the repository (default: the current folder)')
    .option('--html [file]', 'write one HTML file (default: .claude/context/report.html) and print its path')
    .option('--force', 'with --html: replace a file that is no such page')
    .addOption(format())
    .action(async (dir: string | undefined, options) => {
      const { report } = await import('./report.js');
      finish(await report(environment, dir, options));
    });
}

function defineHandoffs(program: Command, environment: Environment, finish: Finish): void {
  const handoffs = program.command('handoffs').description('list, show and close what agents left to one another');
  handoffs
    .command('list', { isDefault: true })
    .description('list the pending handoffs')
    .option('--all', 'closed ones too')
    .addOption(dir())
    .addOption(format())
    .action(async (options) => {
      const { listHandoffs } = await import('./handoffs.js');
      finish(await listHandoffs(environment, options));
    });
  handoffs
    .command('show')
    .description('print one handoff with its payload')
    .argument('<id>', 'its id, or enough of it')
    .addOption(dir())
    .addOption(format())
    .action(async (id: string, options) => {
      const { showHandoff } = await import('./handoffs.js');
      finish(await showHandoff(environment, id, options));
    });
  handoffs
    .command('close')
    .description('mark handoffs as done, so that no agent is told of them any more')
    .argument('<ids...>', 'their ids, or enough of each')
    .addOption(dir())
    .addOption(format())
    .action(async (ids: string[], options) => {
      const { closeHandoffs } = await import('./handoffs.js');
      finish(await closeHandoffs(environment, ids, options));
    });
}

function placed(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[dir]', 'the repository (default: the current folder)')
    .option('--scope <scope>', 'project, or user for your own ~/.claude')
    .option('--follow-links', 'go through symbolic links that lead out of the repository')
    .addOption(format());
}

function planCommand(program: Command, name: string, description: string, force: string): Command {
  return placed(program, name, description)
    .option('--dry-run', 'print what would be done, and do nothing')
    .option('-y, --yes', 'never ask')
    .option('--force', force);
}

function format(): Option {
  return new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text');
}

function dir(): Option {
  return new Option('--dir <dir>', 'the repository').default('.');
}

/** Without the defaults of commander: what nobody wrote must not win over what is recorded. */
function writtenOptions<Options extends object>(command: Command, options: Options): Options {
  const entries = Object.entries(options).filter(
    ([name]) => name === 'format' || command.getOptionValueSource(name) === 'cli',
  );
  return Object.fromEntries(entries) as Options;
}

/** Gathers the values of an option that may stand more than once. */
function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}
