import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ModelRequest, type Script, startScriptedApi } from './scripted-api.js';

/** The native binary of the pinned client. */
export const clientBinary: string = findClientBinary();

export interface ClientRun {
  exitCode: number | null;
  /** The objects of `--output-format stream-json`, hook events included. */
  events: Record<string, unknown>[];
  requests: ModelRequest[];
  debugLog: string;
  stderr: string;
}

export interface ClientOptions {
  project: string;
  script: Script;
  prompt?: string;
  /** Whether the workspace's trust dialog counts as accepted; the default is true. */
  trusted?: boolean;
  args?: string[];
  binary?: string;
  /** Whether the hooks' own events are asked for, which early clients cannot; the default is true. */
  hookEvents?: boolean;
  /** Added to the client's environment. */
  env?: Record<string, string>;
}

/**
 * Runs the client headless in `project` against a scripted model, with a fresh HOME and nothing of the machine's own
 * configuration.
 */
export async function runClient(options: ClientOptions): Promise<ClientRun> {
  const home = await mkdtemp(path.join(tmpdir(), 'client-home-'));
  const project = await realpath(options.project);
  const api = await startScriptedApi(options.script);
  const debugFile = path.join(home, 'debug.log');
  try {
    await mkdir(path.join(home, '.claude'), { recursive: true });
    await writeFile(
      path.join(home, '.claude.json'),
      JSON.stringify({
        hasCompletedOnboarding: true,
        projects: { [project]: { hasTrustDialogAccepted: options.trusted ?? true } },
      }),
    );
    const args = ['-p', options.prompt ?? 'Add an endpoint.', '--output-format', 'stream-json', '--verbose'];
    if (options.hookEvents ?? true) args.push('--include-hook-events');
    args.push('--permission-mode', 'acceptEdits', '--debug-file', debugFile);
    const child = spawn(options.binary ?? clientBinary, [...args, ...(options.args ?? [])], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
      env: {
        HOME: home,
        PATH: process.env.PATH,
        ANTHROPIC_BASE_URL: api.url,
        ANTHROPIC_API_KEY: 'scripted',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
        ...options.env,
      },
    });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return {
      exitCode,
      events: (await stdout)
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
      requests: api.requests,
      debugLog: await readFile(debugFile, 'utf8').catch(() => ''),
      stderr: await stderr,
    };
  } finally {
    await api.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function findClientBinary(): string {
  const require = createRequire(import.meta.url);
  const wrapper = require.resolve('@anthropic-ai/claude-code/package.json');
  const { optionalDependencies } = require(wrapper) as { optionalDependencies: Record<string, string> };
  const resolve = createRequire(wrapper).resolve;
  for (const name of Object.keys(optionalDependencies)) {
    if (!name.includes(`${process.platform}-${process.arch}`)) continue;
    try {
      const manifest = resolve(`${name}/package.json`);
      return path.join(path.dirname(manifest), process.platform === 'win32' ? 'claude.exe' : 'claude');
    } catch {}
  }
  throw new Error(`@anthropic-ai/claude-code has no binary for ${process.platform}-${process.arch} installed.`);
}
