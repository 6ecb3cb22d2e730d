import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Case } from './case.js';
import { type ClientFacts, collectFacts } from './client-facts.js';
import { measure } from './measure.js';
import { type CaseResult, sortResults } from './results.js';

/** Clients that the pinned one is compared with. */
const OTHER_VERSIONS = ['2.1.50', '2.1.100', '2.1.150', '2.1.200', '2.1.250'];

/** What other clients make of the cases, and what each client has. */
export interface Versions {
  /** For each client the cases that it loads or takes otherwise than the table says. */
  clients: Record<string, Record<string, CaseResult>>;
  facts: Record<string, ClientFacts>;
}

export interface VersionsOptions {
  cases: readonly Case[];
  /** The table of the pinned client. */
  committed: Record<string, CaseResult>;
  pinned: { version: string; binary: string };
  onProgress?(version: string, done: number, total: number): void;
}

export async function measureVersions({ cases, committed, pinned, onProgress }: VersionsOptions): Promise<Versions> {
  const versions: Versions = { clients: {}, facts: {} };
  for (const version of OTHER_VERSIONS) {
    const binary = await installClient(version);
    // Early clients do not show the name of an agent in interactive sessions.
    const shown = cases.filter(({ observe }) => observe?.kind !== 'colored');
    const results = await measure(shown, {
      binary,
      isOld: true,
      onProgress: (done, total) => onProgress?.(version, done, total),
    });
    const other = Object.entries(results).filter(([id, { loaded, taken }]) => {
      const known = committed[id];
      return known?.loaded !== loaded || known.taken !== taken;
    });
    versions.clients[version] = sortResults(Object.fromEntries(other));
    versions.facts[version] = await collectFacts(binary);
  }
  versions.facts[pinned.version] = await collectFacts(pinned.binary);
  return versions;
}

/** Installs a client outside the project, unless an earlier measurement has, and gives the path of its binary. */
async function installClient(version: string): Promise<string> {
  const folder = path.join(tmpdir(), 'conformance-clients', version);
  const found = await findBinary(folder);
  if (found) return found;
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock'];
  await promisify(execFile)('npm', ['install', '--prefix', folder, ...quiet, `@anthropic-ai/claude-code@${version}`]);
  const installed = await findBinary(folder);
  if (!installed) throw new Error(`The client ${version} has no binary in ${folder}.`);
  return installed;
}

/** Early clients are a script, later ones a binary in a package of the platform. */
async function findBinary(folder: string): Promise<string | undefined> {
  const scope = path.join(folder, 'node_modules/@anthropic-ai');
  const places = [`claude-code-${process.platform}-${process.arch}/claude`, 'claude-code/cli.js'];
  for (const place of places.map((name) => path.join(scope, name))) {
    if (
      await access(place).then(
        () => true,
        () => false,
      )
    )
      return place;
  }
  return undefined;
}
