import path from 'node:path';
import { adaptPayload } from '../../src/answers/adapt-payload.js';
import { type Answers, DEFAULT_ANSWERS } from '../../src/answers/answers.js';
import { type Payload, readPayload } from '../../src/install/payload.js';
import type { MemoryFiles } from '../validate/memory-access.js';

export const shipped: Payload = await readPayload(path.resolve(import.meta.dirname, '../..'));

export const AGENT_FILE = '.claude/agents/backend-system-architect.md';

/** Names of the skills that are shipped, sorted. */
export const SKILLS: string[] = [
  ...new Set(shipped.files.flatMap((file) => /^\.claude\/skills\/([^/]+)/.exec(file.path)?.[1] ?? [])),
].sort();

export function adapt(answers: Partial<Answers>): Payload {
  return adaptPayload(shipped, { ...DEFAULT_ANSWERS, ...answers });
}

/** The text of a file; empty when it is not installed. */
export function textOf({ files }: Payload, file: string = AGENT_FILE): string {
  return files.find((candidate) => candidate.path === file)?.content.toString('utf8') ?? '';
}

/** The files below a folder of a disk that exists in memory alone. */
export function inMemory({ files }: Payload, folder = ''): MemoryFiles {
  return Object.fromEntries(
    files.map(({ path: file, content, executable }) => [
      path.join(folder, file),
      executable ? { script: content.toString('utf8') } : content,
    ]),
  );
}
