import { readLabel } from '../definition/inline-list.js';
import { findSection } from '../definition/markdown.js';
import { readNames } from '../definition/names.js';
import { parseDefinitionBody } from '../definition/parse-body.js';
import type { TextLine } from '../definition/text-lines.js';
import { editNames } from '../fix/fixers/edit-names.js';
import { readFrontmatterSource } from '../fix/frontmatter-source.js';
import type { SourceDocument } from '../fix/source-document.js';
import { applyEdits, lineStart, nextLine, type TextEdit } from '../fix/text-edit.js';
import { isObject } from '../is-object.js';

/**
 * Takes the other skills out of an agent's definition, and where it can load none on demand the means to do so too.
 * Every other byte stays.
 */
export function dropSkills(definition: string, keeps: (skill: string) => boolean): string {
  const source = readFrontmatterSource(definition);
  const body = parseDefinitionBody(definition);
  if (!source || !body) return definition;
  const preloaded = new Set(namesOf(source, 'skills'));
  const references = body.skillReferences.map(({ value }) => value).filter(keeps);
  const loadsOnDemand = references.some((skill) => !preloaded.has(skill));
  const integration = findSection(body.sections, 'Integration')?.lines ?? [];
  const edits = [
    ...keepNames(source, 'skills', keeps),
    ...keepNames(source, 'tools', (tool) => loadsOnDemand || tool !== 'Skill'),
    ...integration.flatMap((line) => editLine(definition, line, references, loadsOnDemand)),
  ];
  return applyEdits(definition, edits) ?? definition;
}

function editLine(text: string, line: TextLine, references: string[], loadsOnDemand: boolean): TextEdit[] {
  const whole = { start: lineStart(text, line.offset), end: nextLine(text, line.offset + line.text.length), text: '' };
  const label = readLabel(line);
  if (label?.label === 'skill references') {
    if (references.length === 0) return [whole];
    return [{ start: label.offset, end: label.offset + label.text.length, text: references.join(', ') }];
  }
  return !loadsOnDemand && /\bSkill tool\b/.test(line.text) ? [whole] : [];
}

/** A list of which nothing is left goes with its key. */
function keepNames(source: SourceDocument, field: string, keeps: (name: string) => boolean): TextEdit[] {
  const value = fieldOf(source, field);
  const entries = readNames(value, field);
  if (entries.every(({ name }) => keeps(name))) return [];
  if (entries.some(({ name }) => keeps(name))) {
    const names = entries.map((entry) =>
      keeps(entry.name) ? { entry } : { entry, change: { kind: 'drop' as const } },
    );
    return editNames(source, { field, value, names })?.edits ?? [];
  }
  const pair = source.find([])?.pairs.find(({ key }) => key === field);
  if (!pair) return [];
  return [{ start: lineStart(source.text, pair.start), end: nextLine(source.text, pair.end), text: '' }];
}

function namesOf(source: SourceDocument, field: string): string[] {
  return readNames(fieldOf(source, field), field).map(({ name }) => name);
}

function fieldOf({ values }: SourceDocument, field: string): unknown {
  return isObject(values) ? values[field] : undefined;
}
