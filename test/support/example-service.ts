import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeRepository } from './repository.js';

const service = path.resolve(import.meta.dirname, '../../examples/backend-service');

/** A repository of its own with the reference service in it. */
export async function makeServiceRepository(): Promise<string> {
  const repository = await makeRepository();
  const isCache = (file: string) => /(?:^|[\\/])(?:__pycache__|\.pytest_cache|\.venv)$/.test(file);
  await cp(service, repository, { recursive: true, filter: (file) => !isCache(file) });
  return repository;
}

/** The report that the agent would return for the service. */
export async function readServiceReport(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(service, 'report.json'), 'utf8')) as Record<string, unknown>;
}
