import type { Reading } from '../../boundaries/judge.js';
import type { ForbiddenImport } from '../../boundaries/judge-imports.js';
import type { Boundary } from '../../definition/model.js';

/** Why a path of Forbidden is not written; `shown` is the path as given, `reading` the one that is forbidden. */
export function forbiddenPath(shown: Reading, reading: Reading | undefined, boundary: Boundary): string {
  const belongs = boundary.owner ? `${boundary.value} is ${boundary.owner}'s` : `${boundary.value} is forbidden`;
  return `${name(shown, reading)} is outside your boundaries: ${belongs}. ${leave(boundary)}`;
}

/** Why a text that imports a module of a forbidden topic is not written. */
export function forbiddenImport(shown: Reading, { module, boundary }: ForbiddenImport): string {
  const { owner, value } = boundary;
  const belongs = owner ? `"${value}" is ${owner}'s` : `"${value}" is forbidden`;
  return `${name(shown)} imports ${module}, which is outside your boundaries: ${belongs}. ${leave(boundary)}`;
}

/** Why a path of neither Allowed nor Forbidden is asked about. */
export function outsidePath(
  shown: Reading,
  reading: Reading | undefined,
  agent: string,
  globs: readonly string[],
): string {
  return `${name(shown, reading)} is outside the boundaries of ${agent}. Allowed: ${globs.join(', ')}.`;
}

/** Why a path that no file can have is not written. */
export function impossiblePath(reason: string): string {
  return `No file can have this path: ${reason}.`;
}

function leave({ owner }: Boundary): string {
  if (!owner) return 'Leave it as it is and name the change in your report.';
  return 'Leave the change to that agent and name it in your report.';
}

function name(shown: Reading, reading = shown): string {
  const path = printable(shown.path);
  return reading.path === shown.path ? path : `${path}, which stands for ${printable(reading.path)},`;
}

const MAX_SHOWN = 300;

function printable(path: string): string {
  const short = path.length > MAX_SHOWN ? `${path.slice(0, MAX_SHOWN)}...` : path;
  return short.replace(/\p{C}/gu, '?') || 'the project folder';
}
