import path from 'node:path';
import { parseFrontmatter } from '../../../definition/frontmatter.js';
import { LineMap } from '../../../definition/location.js';
import { splitFrontmatter } from '../../../definition/split.js';
import { isObject } from '../../../is-object.js';
import { parseJsonDocument } from '../../../jsonc/document.js';
import type { FileAccess } from '../../file-access.js';
import { type Layout, readLayout } from '../../layout.js';
import { readInside } from '../../read-inside.js';
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
    const home = isUsers ? readLayout(root, { access, userFolder }) : layout;
    const file =
      files.find((candidate) => access.stat(candidate)?.kind === 'file') ?? findByName(own, skills, home, access);
    if (file) return { file, size: access.stat(file)?.size ?? 0, isUsers, ...findHiding(file, home, access) };
  }
  return undefined;
}

/** The name within the layout; undefined for what is no name of a folder, or of another plugin. */
function withoutPlugin(name: string, { access, layout }: CheckContext): string | undefined {
  const [first = '', second] = name.split(':');
  if (/[\\/\0]|^\.+$|^$/.test(name)) return undefined;
  if (second === undefined) return first;
  return layout.kind === 'plugin' && readPluginName(layout, access) === first ? second : undefined;
}

function readPluginName(layout: Layout, access: FileAccess): string | undefined {
  const text = readInside(path.join(layout.root, '.claude-plugin/plugin.json'), layout, access);
  const parsed = text === undefined ? undefined : parseJsonDocument(text);
  const values = parsed?.kind === 'parsed' ? parsed.document.values : undefined;
  return isObject(values) && typeof values.name === 'string' ? values.name : undefined;
}

function findByName(name: string, skills: string, layout: Layout, access: FileAccess): string | undefined {
  return access
    .list(skills)
    .map((folder) => path.join(skills, folder, 'SKILL.md'))
    .find((file) => readFields(file, layout, access).name === name);
}

function findHiding(file: string, layout: Layout, access: FileAccess): { hiddenBy?: string } {
  const fields = readFields(file, layout, access);
  if (String(fields['disable-model-invocation']) === 'true') return { hiddenBy: 'disable-model-invocation: true' };
  return fields.paths === undefined || fields.paths === null ? {} : { hiddenBy: 'paths' };
}

function readFields(file: string, layout: Layout, access: FileAccess): Record<string, unknown> {
  const text = readInside(file, layout, access);
  const split = text === undefined ? undefined : splitFrontmatter(text);
  if (split?.kind !== 'split') return {};
  const parsed = parseFrontmatter(split.frontmatter, new LineMap(text ?? ''));
  return parsed.kind === 'parsed' ? parsed.frontmatter.values : {};
}
