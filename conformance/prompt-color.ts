import { spawn } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Only a terminal shows colors; `script` gives the client one. */
const TERMINAL = 'stty cols 120 rows 40; exec "$CLIENT" --agent "$AGENT"';

const KEY = 'scripted-key-of-no-account';

/** Milliseconds after which the client is not waited for any longer. */
const PATIENCE = 30_000;

/**
 * Starts an agent as an interactive session and looks at the line above the prompt, where its name stands.
 *
 * @returns the number of the terminal color behind the name, `none` when it stands on no color, undefined when it was
 * not seen at all
 */
export async function promptColor(binary: string, project: string, agent: string): Promise<string | undefined> {
  const home = await mkdtemp(path.join(tmpdir(), 'client-home-'));
  const settings = {
    hasCompletedOnboarding: true,
    theme: 'dark',
    customApiKeyResponses: { approved: [KEY.slice(-20)], rejected: [] },
    projects: { [await realpath(project)]: { hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true } },
  };
  await writeFile(path.join(home, '.claude.json'), JSON.stringify(settings));
  const child = spawn('script', ['--quiet', '--command', TERMINAL, '/dev/null'], {
    cwd: project,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      CLIENT: binary,
      AGENT: agent,
      HOME: home,
      PATH: process.env.PATH,
      SHELL: '/bin/sh',
      TERM: 'xterm-256color',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
      ANTHROPIC_API_KEY: KEY,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_AUTOUPDATER: '1',
    },
  });
  const closed = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const stop = () => child.pid && process.kill(-child.pid, 'SIGKILL');
  const timer = setTimeout(stop, PATIENCE);
  let shown: string | undefined;
  let screen = '';
  for await (const chunk of child.stdout) {
    screen += String(chunk);
    shown = readColor(screen, agent);
    if (shown) break;
  }
  clearTimeout(timer);
  if (child.exitCode === null && child.signalCode === null) stop();
  await closed;
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
  return shown;
}

const ESCAPE = '\u001b';

/** The line is ruled up to the name; a color behind the name is set just before it. */
function readColor(screen: string, agent: string): string | undefined {
  const [before] = screen.split(`─ ${agent} `, 1);
  if (before !== undefined && before.length < screen.length) return 'none';
  const on = screen.split(`m ${agent} `, 1)[0];
  if (on === undefined || on.length === screen.length) return undefined;
  return on.slice(-40).split(`${ESCAPE}[48;5;`)[1]?.split('m')[0];
}
