import path from 'node:path';
import { isObject } from '../../../is-object.js';
import { type JsonDocument, parseJsonDocument } from '../../../jsonc/document.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';
import { readStrict } from '../json-file.js';

/** Folders that belong into a plugin's root and are not seen inside `.claude-plugin`. */
const COMPONENTS = ['agents', 'commands', 'hooks', 'skills'];

/** A plugin's manifest, and its parts where nobody looks for them. */
export function checkPlugin(text: string, context: CheckContext): Finding[] {
  const { document, findings } = readStrict(parseJsonDocument(text), 'plugin-json');
  if (!document) return findings;
  const { values, locate } = document;
  if (!isObject(values)) {
    return [...findings, finding('plugin-json', locate([]), { reason: `it is ${describe(values)}, not an object` })];
  }
  return [
    ...findings,
    ...checkName(values, document),
    ...checkAgents(values.agents, document, context),
    ...checkKeys(values, document),
    ...checkPlaces(context),
  ];
}

function checkName({ name, version }: Record<string, unknown>, { locate }: JsonDocument): Finding[] {
  const fault = (key: string, reason: string) => [finding('plugin-json', locate([key]), { reason })];
  if (typeof name !== 'string' || name === '') return fault('name', `its "name" is ${describe(name)}, not a text`);
  if (/\s/.test(name)) return fault('name', `its "name" is ${describe(name)}, and names have no blanks`);
  if (version !== undefined && typeof version !== 'string') {
    return fault('version', `its "version" is ${describe(version)}, not a text`);
  }
  return [];
}

/** `agents` lists files by paths of their own, and then the folder of that name is not read. */
function checkAgents(agents: unknown, { locate }: JsonDocument, { access, layout }: CheckContext): Finding[] {
  if (agents === undefined) return [];
  const files: unknown[] = Array.isArray(agents) ? agents : [agents];
  const faults = files.flatMap((file, index) => {
    const at = locate(Array.isArray(agents) ? ['agents', index] : ['agents']);
    const report = (reason: string) => [finding('plugin-json', at, { reason })];
    if (typeof file !== 'string') return report(`an agent is ${describe(file)}, not a path`);
    if (!file.startsWith('./')) return report(`the path ${describe(file)} of an agent does not start with "./"`);
    if (!file.endsWith('.md')) return report(`the path ${describe(file)} of an agent does not end in ".md"`);
    return access.stat(path.join(layout.root, file)) ? [] : report(`there is no ${describe(file)}`);
  });
  const listed = new Set(files.map((file) => path.join(layout.root, String(file))));
  const folder = path.join(layout.root, 'agents');
  const left = access.list(folder).filter((name) => name.endsWith('.md') && !listed.has(path.join(folder, name)));
  const replaced =
    left.length > 0 ? [finding('plugin-agents-replaced', locate(['agents']), { count: left.length })] : [];
  return [...faults, ...replaced];
}

/** Keys that cost only themselves. */
function checkKeys({ author, keywords }: Record<string, unknown>, { locate }: JsonDocument): Finding[] {
  const wrongAuthor = author !== undefined && !(isObject(author) && typeof author.name === 'string');
  const wrongKeywords = keywords !== undefined && !Array.isArray(keywords);
  const report = (key: string, value: unknown, allowed: string) =>
    finding('plugin-key', locate([key]), { key, found: describe(value), allowed });
  return [
    ...(wrongAuthor ? [report('author', author, 'an object with a "name"')] : []),
    ...(wrongKeywords ? [report('keywords', keywords, 'a list of texts')] : []),
  ];
}

function checkPlaces({ access, layout }: CheckContext): Finding[] {
  const folder = path.join(layout.root, '.claude-plugin');
  return COMPONENTS.filter((part) => access.stat(path.join(folder, part))?.kind === 'directory').map((part) =>
    finding('plugin-part-misplaced', { line: 1, column: 1 }, { part }),
  );
}
