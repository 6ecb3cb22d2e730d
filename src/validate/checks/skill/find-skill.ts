import path from 'node:path';
import { parseFrontmatter } from '../../../definition/frontmatter.js';
import { LineMap } from '../../../definition/location.js';
import { splitFrontmatter } from '../../../definition/split.js';
import { isObject } from '../../../is-object.js';
import { parseJsonDocument } from '../../../jsonc/document.js';
import type { FileAccess } from '../../file-access.js';
import type { CheckContext } from '../context.js';

/** A skill that an agent names. */
export interface FoundSkill {
  file: string;
  /** In bytes. */
  size: number;
  /** It is the user's own, which others do not have. */
  isUsers: boolean;
  /** The line of its frontmatter for which the client preloads it for nobody. */
  hiddenBy?: string;
}

/** Larger ones are no skills; nothing of them is read here. */
const MAX_BYTES = 1_048_576;

/**
 * Finds a skill as the client does: by its folder, by the name in its frontmatter, or as a command; of a plugin also by
 * `plugin:name`.
 */
export function findSkill(name: string, context: CheckContext): FoundSkill | undefined {
  const { access, layout, userFolder } = context;
  const own = withoutPlugin(name, context);
  if (own === undefined) return undefined;
  for (const root of [layout.root, ...(userFolder === undefined ? [] : [userFolder])]) {
    const skills = path.join(root, 'skills');
    const files = [path.join(skills, own, 'SKILL.md'), path.join(root, 'commands', `${own}.md`)];
    const isUsers = root === userFolder && root !== layout.root;
    const file = files.find((candidate) => access.stat(candidate)?.kind === 'file') ?? findByName(own, skills, access);
    if (file) return { file, size: access.stat(file)?.size ?? 0, isUsers, ...findHiding(file, access) };
  }
  return undefined;
}

/** The name within the layout; undefined for what is no name of a folder, or of another plugin. */
function withoutPlugin(name: string, { access, layout }: CheckContext): string | undefined {
  const [first = '', second] = name.split(':');
  if (/[\\/\0]|^\.+$|^$/.test(name)) return undefined;
  if (second === undefined) return first;
  return layout.kind === 'plugin' && readPluginName(layout.root, access) === first ? second : undefined;
}

function readPluginName(root: string, access: FileAccess): string | undefined {
  const text = readText(path.join(root, '.claude-plugin/plugin.json'), access);
  const parsed = text === undefined ? undefined : parseJsonDocument(text);
  const values = parsed?.kind === 'parsed' ? parsed.document.values : undefined;
  return isObject(values) && typeof values.name === 'string' ? values.name : undefined;
}

function findByName(name: string, skills: string, access: FileAccess): string | undefined {
  return access
    .list(skills)
    .map((folder) => path.join(skills, folder, 'SKILL.md'))
    .find((file) => readFields(file, access).name === name);
}

function findHiding(file: string, access: FileAccess): { hiddenBy?: string } {
  const fields = readFields(file, access);
  if (String(fields['disable-model-invocation']) === 'true') return { hiddenBy: 'disable-model-invocation: true' };
  return fields.paths === undefined || fields.paths === null ? {} : { hiddenBy: 'paths' };
}

function readFields(file: string, access: FileAccess): Record<string, unknown> {
  const text = readText(file, access);
  const split = text === undefined ? undefined : splitFrontmatter(text);
  if (split?.kind !== 'split') return {};
  const parsed = parseFrontmatter(split.frontmatter, new LineMap(text ?? ''));
  return parsed.kind === 'parsed' ? parsed.frontmatter.values : {};
}

function readText(file: string, access: FileAccess): string | undefined {
  if ((access.stat(file)?.size ?? Number.POSITIVE_INFINITY) > MAX_BYTES) return undefined;
  try {
    return new TextDecoder().decode(access.read(file));
  } catch {
    return undefined;
  }
}
