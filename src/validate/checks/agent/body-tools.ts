import { TOOL_ALIASES } from '../../../client/tools.js';
import { mayMatch, type Section } from '../../../definition/markdown.js';
import type { AgentDefinition } from '../../../definition/model.js';
import { readNames } from '../../../definition/names.js';
import type { TextLine } from '../../../definition/text-lines.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import type { ToolLists } from './tool-entries.js';

/** Tools that the body tells the agent to use and that its frontmatter does not give it; one finding for each. */
export function checkBodyTools(definition: AgentDefinition, { client }: CheckContext, lists: ToolLists): Finding[] {
  const { preamble, sections, lines } = definition;
  const { isGiven, mayName } = readGrants(lists, client.tools);
  const needed = new Map<string, number>();
  const isMentioned =
    preamble.some(({ text }) => mayName(text)) || sections.some((section) => mayMatch(section, mayName));
  for (const line of isMentioned ? withoutExamples([...preamble, ...proseOf(sections)]) : []) {
    if (!mayName(line.text)) continue;
    for (const { tool, offset } of findMentions(line)) {
      if (client.tools.has(tool) && !isGiven(tool) && !needed.has(tool)) needed.set(tool, offset);
    }
  }
  const skills = needsSkillTool(definition) && !isGiven('Skill') ? definition.skillReferences.slice(0, 1) : [];
  const asked = skills.map(({ location }) => finding('agent-body-tool', location, { tool: 'Skill' }));
  if (asked.length > 0) needed.delete('Skill');
  return [...asked, ...[...needed].map(([tool, offset]) => finding('agent-body-tool', lines.locate(offset), { tool }))];
}

/** Whether the body refers to skills that are not preloaded, which an agent can only load by the tool. */
function needsSkillTool({ frontmatter, skillReferences }: AgentDefinition): boolean {
  if (skillReferences.length === 0) return false;
  const preloaded = new Set(readNames(frontmatter.values.skills, 'skills').map(({ name }) => name));
  return skillReferences.some(({ value }) => !preloaded.has(value));
}

/** What says that a tool is not to be used. */
const NEGATION =
  /\b(?:not|never|no|without|avoid|instead of|rather than|cannot|can't|don't|don’t|lacks?|forbidden|refus\w+|forbid|den(?:y|ied)|main session|caller)\b/i;
const MENTION =
  /(?:\b([Uu]se|[Uu]sing|[Vv]ia|[Cc]all|[Cc]alling|[Ii]nvoke|[Ii]nvoking|[Rr]un) (?:the )?)?(`?)\b([A-Z][A-Za-z]{2,})(?:\([^)`]{0,80}\))?\2( tool\b)?/g;
/** These read as words of the language, or as names of other things, too. */
const WORDS = new Set([
  'Agent',
  'Artifact',
  'Edit',
  'LSP',
  'Monitor',
  'PowerShell',
  'Read',
  'Skill',
  'Task',
  'Workflow',
  'Write',
]);
/** Behind a name without marks: the name is the object of the verb, and no part of another one ("Bash scripts"). */
const OBJECT_END = /^(?:[.,;:!?)]|$| (?:to|for|when|with|if|on|in|and|or)\b)/;

function findMentions({ text, offset }: TextLine): { tool: string; offset: number }[] {
  return [...text.matchAll(MENTION)].flatMap((match) => {
    const [whole, verb, mark, tool = '', noun] = match;
    const end = match.index + whole.length;
    const isObject = verb && !WORDS.has(tool) && (mark || OBJECT_END.test(text.slice(end, end + 10)));
    if (!noun && !isObject) return [];
    const isQuoted = (text.slice(Math.max(0, match.index - 300), match.index).split('"').length - 1) % 2 === 1;
    if (isQuoted || isRefused(text, match.index, end)) return [];
    return [{ tool, offset: offset + match.index + whole.indexOf(tool) }];
  });
}

/** Whether a sentence says that a tool is not to be used: before its name in any way, behind it about the name. */
function isRefused(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  return NEGATION.test(before.slice(before.lastIndexOf('. ') + 1)) || REFUSED_BEHIND.test(text.slice(end, end + 100));
}

const REFUSED_BEHIND =
  /^`?(?: (?:and|or) `?[A-Z]\w+`?)?(?: tools?)?(?:\s*[:|]\s*|\s+(?:(?:is|are|must|may|should|shall|can|will|does|do)\s+)?)(?:never|not|no|forbidden|disabled|unavailable|denied)\b/i;

/** Lines outside of examples of a talk, in which others speak. */
function withoutExamples(lines: readonly TextLine[]): TextLine[] {
  let isExample = false;
  return lines.filter(({ text, kind, indent }) => {
    if ((kind === 'prose' && indent >= 4) || text.startsWith('<!--')) return false;
    if (/<example/i.test(text)) isExample = true;
    const isSpoken = isExample || /^(?:user|assistant|context|commentary)\s*:/i.test(text);
    if (/<\/example/i.test(text)) isExample = false;
    return !isSpoken;
  });
}

/** Every line of prose, save those below a heading or a label that says what not to do. */
function proseOf(sections: readonly Section[]): TextLine[] {
  return sections.flatMap((section) => {
    if (NEGATION.test(section.title)) return [];
    let refused = false;
    const lines = section.lines.filter((line) => {
      if (line.kind !== 'item') refused = /^\W*(?:don['’]t|never|avoid|forbidden)\b/i.test(line.text);
      return !refused;
    });
    return [...lines, ...proseOf(section.subsections)];
  });
}

/** What an agent may use of the client's tools. */
interface Grants {
  isGiven(tool: string): boolean;
  /** Whether the name of another one may be in a text. */
  mayName(text: string): boolean;
}

/** Many agents have the same tools. */
const known = new WeakMap<ReadonlySet<string>, Map<string, Grants>>();
const MAX_KNOWN = 1_000;

function readGrants(lists: ToolLists, clientTools: ReadonlySet<string>): Grants {
  const grants = known.get(clientTools) ?? new Map<string, Grants>();
  known.set(clientTools, grants);
  const key = keyOf(lists);
  const found = grants.get(key);
  if (found) return found;
  const isGiven = grantsOf(lists);
  const others = [...clientTools].filter((tool) => !isGiven(tool));
  const mayName = (text: string) => others.some((tool) => text.includes(tool));
  if (grants.size < MAX_KNOWN) grants.set(key, { isGiven, mayName });
  return { isGiven, mayName };
}

/** A blank or a comma is part of a name only within parentheses: so this tells all lists apart. */
function keyOf({ tools, disallowedTools, isLimited }: ToolLists): string {
  let key = isLimited ? 'tools' : '';
  for (const { name } of tools) key += ` ${name}`;
  key += ',';
  for (const { name } of disallowedTools) key += ` ${name}`;
  return key;
}

/** Whether the frontmatter gives a tool; without `tools` it gives all that `disallowedTools` does not take. */
function grantsOf({ tools, disallowedTools, isLimited }: ToolLists): (tool: string) => boolean {
  const canonical = (tool: string) => TOOL_ALIASES.get(tool) ?? tool;
  const denied = new Set(
    disallowedTools.flatMap(({ reference: { name, text } }) => (name === text ? canonical(name) : [])),
  );
  const given = new Set(tools.map(({ reference }) => canonical(reference.name)));
  const all = !isLimited || given.has('*');
  const has = (tool: string) => (all || given.has(canonical(tool))) && !denied.has(canonical(tool));
  // The shell searches as well.
  return (tool) => has(tool) || ((tool === 'Grep' || tool === 'Glob') && has('Bash'));
}
