import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { makeRepository, writeFiles } from '../support/repository.js';

async function costOf(cwd: string) {
  const { stdout } = await cli(['status', '--cost', '--format', 'json'], { cwd });
  return JSON.parse(stdout).cost;
}

async function installed(...args: string[]): Promise<string> {
  const repository = await makeRepository();
  await cli(['install', ...args], { cwd: repository });
  return repository;
}

test('a session pays at most 5,000 bytes, the routed prompt included, and a start of the agent at most 40,000', async () => {
  const repository = await installed();
  const { session, routedPrompt, start } = await costOf(repository);
  expect(session.total + routedPrompt).toBeLessThanOrEqual(5_000);
  // The path of the repository stands before each preloaded skill; many are longer than that of a test.
  const longer = 13 * Math.max(0, 80 - repository.length);
  expect(start.total + longer).toBeLessThanOrEqual(40_000);
  expect(session.total).toBe(session.agentLine + session.skillLines);
  expect(start.total).toBe(start.definition + start.preloadedSkills + start.skillLines);
});

test('the answers change the cost: fewer skills, no router', async () => {
  const [all, few] = await Promise.all([
    costOf(await installed()),
    costOf(await installed('--skills', 'github-cli', '--no-router')),
  ]);
  expect(few.routedPrompt).toBe(0);
  expect(few.session.skillLines).toBeLessThan(all.session.skillLines / 10);
  expect(few.start.preloadedSkills).toBeLessThan(all.start.preloadedSkills / 10);
});

test('it is the files as they are now that count, and without a definition there is no cost to tell', async () => {
  const repository = await installed('--skills', 'github-cli');
  const before = await costOf(repository);
  const skill = '.claude/skills/github-cli/SKILL.md';
  await writeFiles(repository, { [skill]: '---\nname: github-cli\ndescription: D.\n---\n\nShort.\n' });
  expect((await costOf(repository)).start.total).toBeLessThan(before.start.total);
  await rm(path.join(repository, '.claude/agents/backend-system-architect.md'));
  expect(await costOf(repository)).toBeUndefined();
});

test('status --cost says it in the text, status alone does not', async () => {
  const repository = await installed();
  const { stdout } = await cli(['status', '--cost'], { cwd: repository });
  expect(stdout).toMatch(/^ +3,\d{3} {2}in every session: agent \d+, skills \d+$/m);
  expect(stdout).toMatch(
    /^ +3\d,\d{3} {2}at each start of the agent: definition \d+, preloaded skills \d+, list of skills \d+$/m,
  );
  expect((await cli(['status'], { cwd: repository })).stdout).not.toContain('in bytes');
});
