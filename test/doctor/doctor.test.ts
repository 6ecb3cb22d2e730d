import { readdir } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { makeRepository, snapshot, writeFiles } from '../support/repository.js';
import { about, makeFolder, makeMachine, runDoctor, runDoctorAs } from './installed-agent.js';
import { SERVERS } from './servers.js';

describe.skipIf(process.platform === 'win32')('doctor', () => {
  test('a healthy installation has no problem and no warning', async () => {
    const machine = await makeMachine({ '.mcp.json': JSON.stringify({ mcpServers: SERVERS }) });
    const { exitCode, findings, summary } = await runDoctor(machine);
    expect(findings.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect({ exitCode, summary }).toEqual({ exitCode: 0, summary: { ok: 16, warnings: 0, problems: 0 } });
  });

  test('it leaves repository, home and temporary folder as they were', async () => {
    const machine = await makeMachine({ '.mcp.json': JSON.stringify({ mcpServers: SERVERS }) });
    const temporary = await makeFolder('temporary');
    vi.stubEnv('TMPDIR', temporary);
    const [repository, home] = [await snapshot(machine.repository), await snapshot(machine.home)];
    await runDoctor(machine).finally(() => vi.unstubAllEnvs());
    expect(await snapshot(machine.repository)).toEqual(repository);
    expect(await snapshot(machine.home)).toEqual(home);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('the text has a line for each finding, the remedy beneath, and the counts at the end', async () => {
    const machine = await makeMachine({ '.claude/context/session/state.json': '{' });
    const { exitCode, stdout } = await runDoctorAs('text', machine);
    expect(exitCode).toBe(1);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) =>
      line.startsWith('problem  .claude/context/session/state.json cannot be read: '),
    );
    expect(lines[at + 1]).toBe('         Put it right, or move it away.');
    expect(lines.filter((line) => line.startsWith('ok       ')).length).toBeGreaterThan(5);
    expect(lines.at(-2)).toBe('12 ok, 3 warnings, 1 problem');
  });

  test('what stands in a file cannot steer a terminal', async () => {
    const machine = await makeMachine({ '.mcp.json': '{"mcpServers":{"context7":{"command":"\u001b[2J","args":[]}}}' });
    const { stdout } = await runDoctorAs('text', machine, { isTTY: true });
    expect(stdout).not.toContain('\u001b[2J');
  });

  test('there is colour on a terminal only', async () => {
    const machine = await makeMachine();
    expect((await runDoctorAs('text', machine, { isTTY: true })).stdout).toContain('\u001b[');
    expect((await runDoctorAs('text', machine)).stdout).not.toContain('\u001b[');
  });

  test('a definition that the client does not load is a problem, and the rest is still examined', async () => {
    const machine = await makeMachine({ '.claude/agents/backend-system-architect.md': 'No frontmatter.\n' });
    const run = await runDoctor(machine);
    expect(about(run, 'agent')).toMatchObject([{ status: 'problem', remedy: expect.stringContaining('--force') }]);
    expect(about(run, 'definition')).toMatchObject([
      { status: 'problem', remedy: expect.stringContaining('validate') },
    ]);
    expect(about(run, 'context')).toMatchObject([{ status: 'ok' }]);
  });

  test('a configuration that cannot be read is a problem of the definition, and not the end', async () => {
    const machine = await makeMachine({ 'backend-system-architect.config.json': '{ "rules": 1 }' });
    expect(about(await runDoctor(machine), 'definition')).toMatchObject([{ status: 'problem' }]);
  });
});

test('where nothing is installed that is said, as a mistake in the usage', async () => {
  const [repository, home] = [await makeRepository(), await makeFolder('home')];
  const run = runDoctorAs('text', { repository, env: { HOME: home } });
  await expect(run).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(repository) });
});

test('a manifest that cannot be read is not taken for an empty one', async () => {
  const repository = await makeRepository();
  await writeFiles(repository, { '.claude/backend-system-architect/manifest.json': '{}' });
  await expect(runDoctorAs('text', { repository, env: {} })).rejects.toMatchObject({ name: 'UsageError' });
});
