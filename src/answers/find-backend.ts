import path from 'node:path';
import { pythonImports } from '../boundaries/python-imports.js';
import type { BackendFolder } from './answers.js';
import { isAppFolder, isBackendRoot } from './backend-folder.js';
import { findFastApiCall } from './fastapi-call.js';
import { placePackage } from './place-package.js';
import { readSourceTree, type SourceTree } from './source-tree.js';

/** The backend of a repository, as its files show it. */
export interface FoundBackend extends BackendFolder {
  /** Where a FastAPI application is made: `services/api/app/main.py:7`. */
  evidence: string;
  /** The same of applications in other places, which were not chosen. */
  others: string[];
  /** The places of these others, in the same order. */
  alternatives?: BackendFolder[];
}

interface Candidate extends BackendFolder {
  file: string;
  line: number;
  /** How many signs there are that this is the backend. */
  signs: number;
}

/** Larger Python files were made by a machine. */
const MAX_FILE_BYTES = 1_048_576;
/** Files that are open at a time. */
const BATCH = 32;

const ASIDE =
  /(?:^|\/)(?:tests?|e2e|fixtures|mocks?|examples?|samples?|tutorials?|docs?|docs_src|scripts?|bench(?:marks)?|notebooks)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/i;
const MAIN = /(?:^|\/)(?:main|app|asgi)\.py$/;

/**
 * Looks for the FastAPI application of a repository. One that only tests, examples, documentation or scripts make is none:
 * their folder is no place for an endpoint. The same files give the same answer.
 */
export async function findBackend(repository: string): Promise<FoundBackend | undefined> {
  const tree = readSourceTree(repository);
  const files = [...tree.python].filter((file) => !ASIDE.test(file));
  const candidates: Candidate[] = [];
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH).map((file) => readCandidate(repository, file, tree));
    candidates.push(...(await Promise.all(batch)).filter((candidate) => candidate !== undefined));
  }
  const [best, ...others] = onePerFolder(candidates.sort(compare));
  if (!best) return undefined;
  return {
    root: best.root,
    app: best.app,
    evidence: evidence(best),
    others: others.map(evidence),
    alternatives: others.map(({ root, app }) => ({ root, app })),
  };
}

async function readCandidate(repository: string, file: string, tree: SourceTree): Promise<Candidate | undefined> {
  const text = await readPython(path.join(repository, file));
  const line = text === undefined ? undefined : findFastApiCall(text);
  if (text === undefined || line === undefined) return undefined;
  const { root, app, isPackage } = placePackage(file, pythonImports(text), tree);
  if (!isBackendRoot(root) || !isAppFolder(app)) return undefined;
  const hasProject = tree.projects.has(root === '.' ? '' : root);
  return { root, app, file, line, signs: [isPackage, MAIN.test(file), hasProject].filter(Boolean).length };
}

async function readPython(file: string): Promise<string | undefined> {
  const { open } = await import('node:fs/promises');
  try {
    const handle = await open(file);
    try {
      if ((await handle.stat()).size > MAX_FILE_BYTES) return undefined;
      return new TextDecoder().decode(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** More signs first, then the file nearest to the top, then by name. */
function compare(a: Candidate, b: Candidate): number {
  const depth = ({ file }: Candidate) => file.split('/').length;
  return b.signs - a.signs || depth(a) - depth(b) || (a.file < b.file ? -1 : 1);
}

function onePerFolder(candidates: readonly Candidate[]): Candidate[] {
  const byFolder = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.root}:${candidate.app}`;
    if (!byFolder.has(key)) byFolder.set(key, candidate);
  }
  return [...byFolder.values()];
}

function evidence({ file, line }: Candidate): string {
  return `${file}:${line}`;
}
