import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { makeRepository } from '../support/repository.js';
import { validateIn } from './validate-in.js';

const run = promisify(execFile);

const AGENT = '---\nname: reviewer\ndescription: Reads what changed.\n---\nRead the change.\n';
/** An agent for which files are read that are no targets themselves. */
const CURIOUS = AGENT.replace('reviewer', 'curious').replace(
  '---\nRead',
  'skills: [lint]\nmcpServers: [own]\n---\nRead',
);
const SETTINGS = JSON.stringify({
  hooks: { Stop: [{ hooks: [{ type: 'command', command: './.claude/hooks/x.sh' }] }] },
});

const PLACES: [name: string, file: string, paths?: string[]][] = [
  ['among the agents', '.claude/agents/x.md'],
  ['among the agents, beside the one that is named', '.claude/agents/x.md', ['.claude/agents/b.md']],
  ['for an agent that is named itself', '.claude/agents/x.md', ['.claude/agents/x.md']],
  ['for the settings', '.claude/settings.local.json'],
  ['for the servers', '.mcp.json'],
  ['for a skill', '.claude/skills/lint/SKILL.md'],
  ['for another skill than the preloaded one', '.claude/skills/other/SKILL.md'],
  ['for a command', '.claude/commands/lint.md'],
  ['for a script', '.claude/hooks/x.sh'],
  ['for a plugin', '.claude-plugin/plugin.json'],
  ["for the user's servers", 'home/.claude.json'],
  ['for the configuration', 'backend-system-architect.config.json'],
];

/** Makes a repository in which a file is replaced by what `make` puts there, and expects that it is validated all the same. */
async function expectAnEnd(name: string, paths: string[], make: (file: string) => Promise<unknown>): Promise<void> {
  const repository = await makeRepository({
    '.claude/agents/reviewer.md': AGENT,
    '.claude/agents/b.md': CURIOUS,
    '.claude/settings.json': SETTINGS,
  });
  const file = path.join(repository, name);
  await mkdir(path.dirname(file), { recursive: true });
  await make(file);
  // That such a file ends the command with a message is as good; it must not hang, and not fill the memory.
  const end = await validateIn(repository, ...paths).catch((error: Error) => error);
  expect(end instanceof Error ? end.message : '').toMatch(/^$|^exit 2: error: /);
}

describe.skipIf(process.platform === 'win32')('a pipe that nobody writes to is not waited for', () => {
  test.each(PLACES)('%s', (_, name, paths = []) => expectAnEnd(name, paths, (file) => run('mkfifo', [file])));
});

describe.skipIf(process.platform === 'win32')('a device that never ends is not read to its end', () => {
  test.each(PLACES)('%s', (_, name, paths = []) => expectAnEnd(name, paths, (file) => symlink('/dev/zero', file)));
});
