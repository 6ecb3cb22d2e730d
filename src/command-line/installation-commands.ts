import type { DiffOptions } from '../commands/diff.js';
import type { DoctorOptions } from '../commands/doctor.js';
import type { InstallOptions } from '../commands/install.js';
import type { StatusOptions } from '../commands/status.js';
import type { UninstallOptions } from '../commands/uninstall.js';
import type { Command, Option } from './command.js';
import { PLACED } from './common-options.js';

export function describeInstall(): Command {
  return {
    ...PLACED,
    name: 'install',
    description: 'install the agent, its hooks and its skills into a repository, or bring them up to date',
    options: [
      ...PLACED.options,
      ...planOptions(
        'replace files of yours that are in the way, keeping a copy of each, and bring back what you deleted',
      ),
      {
        flag: '--backend-root',
        value: '<folder>',
        description: 'where the backend is (default: where a FastAPI application is found)',
      },
      { flag: '--skills', value: '<names>', description: 'all, preloaded, none, or names with commas between them' },
      { flag: '--router', description: 'register the hook that points out the agent for prompts about the backend' },
      { flag: '--no-router', description: 'leave it out' },
      {
        flag: '--mcp',
        value: '[names]',
        description: 'add MCP servers to .mcp.json: all of ours, or names with commas between them',
      },
      { flag: '--no-mcp', description: 'add none' },
      {
        flag: '--hook-starter',
        value: '<form>',
        description: 'how hooks are started: sh, or node where there is no shell',
      },
    ],
    async run(environment, [dir], options: InstallOptions) {
      const { install } = await import('../commands/install.js');
      return install(environment, dir, options);
    },
  };
}

export function describeUninstall(): Command {
  return {
    ...PLACED,
    name: 'uninstall',
    description: 'remove what install wrote, and nothing else',
    options: [
      ...PLACED.options,
      ...planOptions('remove files and entries that you changed, too'),
      { flag: '--purge', description: 'remove what the hooks wrote into .claude/context, too' },
    ],
    async run(environment, [dir], options: UninstallOptions) {
      const { uninstall } = await import('../commands/uninstall.js');
      return uninstall(environment, dir, options);
    },
  };
}

export function describeStatus(): Command {
  return {
    ...PLACED,
    name: 'status',
    description: 'say what is installed, and what is not as it was installed',
    options: [...PLACED.options, { flag: '--cost', description: 'say how many bytes it adds to what the model reads' }],
    async run(environment, [dir], options: StatusOptions) {
      const { status } = await import('../commands/status.js');
      return status(environment, dir, options);
    },
  };
}

export function describeDiff(): Command {
  return {
    ...PLACED,
    name: 'diff',
    description: 'show what was changed since the installation',
    options: [...PLACED.options, { flag: '--upgrade', description: 'show what an install would change now' }],
    async run(environment, [dir], options: DiffOptions) {
      const { diff } = await import('../commands/diff.js');
      return diff(environment, dir, options);
    },
  };
}

export function describeDoctor(): Command {
  return {
    ...PLACED,
    name: 'doctor',
    description: 'say whether the installed agent can work here, and how to mend what keeps it from that',
    options: [...PLACED.options, { flag: '--no-servers', description: 'do not start the MCP servers' }],
    async run(environment, [dir], { servers, ...options }: DoctorOptions & { servers: boolean }) {
      const { doctor } = await import('../commands/doctor.js');
      return doctor(environment, dir, { ...options, startServers: servers });
    },
  };
}

/** @param force what `--force` does */
function planOptions(force: string): Option[] {
  return [
    { flag: '--dry-run', description: 'print what would be done, and do nothing' },
    { flag: '--yes', short: '-y', description: 'never ask' },
    { flag: '--force', description: force },
  ];
}
