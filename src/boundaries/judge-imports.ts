import type { Boundary } from '../definition/model.js';
import { findTopic } from './find-topic.js';
import type { Boundaries } from './judge.js';
import { pythonImports } from './python-imports.js';
import { TOPICS } from './topics.js';

/** A module that a text imports, and the entry of Forbidden that it falls under. */
export interface ForbiddenImport {
  module: string;
  boundary: Boundary;
}

/** The first forbidden module that the Python texts `after` a change import and those `before` it do not. */
export function judgeImports(
  { forbidden }: Boundaries,
  before: readonly string[],
  after: readonly string[],
): ForbiddenImport | undefined {
  const imported = importedModules(after);
  if (imported.size === 0) return undefined;
  const owners = new Map<string, Boundary>();
  for (const boundary of forbidden) {
    if (boundary.kind !== 'topic') continue;
    for (const { name, words } of TOPICS) {
      if (!owners.has(name) && words.test(boundary.value)) owners.set(name, boundary);
    }
  }
  const known = importedModules(before);
  for (const [module, topic] of imported) {
    const boundary = owners.get(topic);
    if (boundary && !known.has(module)) return { module, boundary };
  }
  return undefined;
}

/** The modules of the topic table that the texts import, each with its topic. */
function importedModules(texts: readonly string[]): Map<string, string> {
  const modules = new Map<string, string>();
  for (const text of texts) {
    for (const name of pythonImports(text)) {
      const found = findTopic(name);
      if (found) modules.set(found.module, found.topic);
    }
  }
  return modules;
}
