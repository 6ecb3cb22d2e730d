import { isDigit, isSpace } from '../characters.js';
import type { BodyText } from './body-text.js';
import { readLabel, readRemark, splitList } from './inline-list.js';
import type { Locator } from './location.js';
import { parsePreamble, readWhole, type Section } from './markdown.js';
import type {
  Boundary,
  Budget,
  ContextPhase,
  DefinitionBody,
  HandoffRule,
  Located,
  McpTool,
  Refusal,
} from './model.js';
import { readEnforcement, readOutputFormat } from './output-format.js';
import type { TextLine } from './text-lines.js';

export type Part = Exclude<keyof DefinitionBody, 'sections'>;

/** How each part of a body is read. The titles of sections are matched whatever their case and order. */
export const PARTS: { [Name in Part]-?: (body: BodyText) => DefinitionBody[Name] } = {
  preamble: ({ slice }) => parsePreamble(slice),
  directive: (body) => body.section('Directive')?.lines.slice(0, 1).map(body.located)[0],
  keywords: ({ section, lines }) => readKeywords(section('Auto Mode'), lines),
  mcpTools: ({ items, lines }) => items('MCP Tools').flatMap((line) => readMcpTool(line, lines)),
  objectives: ({ items, located }) => items('Concrete Objectives').map(located),
  outputFormat: ({ section }) => readOutputFormat(section('Output Format')),
  enforcement: ({ section }) => readEnforcement(section('Output Format')),
  duties: ({ section, located }) => itemsBelow(section('Task Boundaries'), 'do').map(located),
  refusals: ({ section, lines }) =>
    itemsBelow(section('Task Boundaries'), "don't").map((line) => readRefusal(line, lines)),
  allowed: ({ entries }) => entries('Boundaries', 'allowed').map(readBoundary),
  forbidden: ({ entries }) => entries('Boundaries', 'forbidden').map(readBoundary),
  budgets: ({ items, lines }) => items('Resource Scaling').flatMap((line) => readBudget(line, lines)),
  patterns: ({ section }) => section('Architecture Patterns')?.subsections.map(readWhole) ?? [],
  standards: ({ section, lines }) => readStandards(section('Standards'), lines),
  exampleReport: ({ section }) => section('Example')?.code.findLast(({ language }) => language === 'json'),
  contextProtocol: ({ items, lines }) => items('Context Protocol').flatMap((line) => readPhase(line, lines)),
  receivesFrom: ({ entries }) =>
    entries('Integration', 'receives from').map(({ value, location }) => {
      const { name, remark } = readRemark(value);
      return { source: name, ...(remark ? { purpose: remark } : {}), location };
    }),
  handsOffTo: ({ entries }) => [
    ...entries('Integration', 'hands off to').map((entry) => readHandoff(entry, false)),
    ...entries('Integration', 'hands off to, where installed').map((entry) => readHandoff(entry, true)),
  ],
  skillReferences: ({ entries }) => entries('Integration', 'skill references'),
};

function readPhase(line: TextLine, lines: Locator): DefinitionBody['contextProtocol'] {
  const label = readLabel(line);
  if (!label || !isPhase(label.label)) return [];
  return [{ phase: label.label, text: label.text, location: lines.locate(label.offset) }];
}

function readKeywords(section: Section | undefined, lines: Locator): Located<string>[] {
  return (section?.lines ?? []).flatMap((line) => {
    const label = readLabel(line);
    return label?.label === 'activates for' ? splitList(label.text, label.offset, lines) : [];
  });
}

function readMcpTool({ text, offset }: TextLine, lines: Locator): McpTool[] {
  const [pattern = ''] = /^`?(mcp__[\w*-]+)`?/.exec(text)?.slice(1) ?? [];
  const server = pattern.slice('mcp__'.length).split('__')[0] ?? '';
  if (!/^[\w-]+$/.test(server)) return [];
  const purpose = text.slice(text.indexOf(pattern) + pattern.length).replace(/^`?[ \t:-]*/, '');
  return [{ pattern, server, purpose, location: lines.locate(offset + text.indexOf('mcp__')) }];
}

/** The items below a bold `DO:` or `DON'T:` line, up to the next such line. */
function itemsBelow(section: Section | undefined, label: string): TextLine[] {
  let current: string | undefined;
  return (section?.lines ?? []).filter((line) => {
    if (line.kind === 'item') return current === label;
    current = readLabel(line)?.label.replace('’', "'");
    return false;
  });
}

function readRefusal({ text, offset }: TextLine, lines: Locator): Refusal {
  const owner = /\(that(?:'|’)s ([a-z0-9][\w-]*)\)$/.exec(text)?.[1];
  return { text, ...(owner ? { owner } : {}), location: lines.locate(offset) };
}

function readBoundary({ value, location }: Located<string>): Boundary {
  const { name, remark } = readRemark(value);
  const kind = /[/*\\]|^\.?[\w-]+\.\w+$/.test(name) ? 'path' : 'topic';
  return { kind, value: name, ...(remark ? { owner: remark } : {}), location };
}

const UNIT = ' tool calls';
const LONGEST_TASK = 80;
const MOST_DIGITS = 6;

/** Reads `Task: 5-15 tool calls (one step + another)`. */
function readBudget({ text, offset }: TextLine, lines: Locator): Budget[] {
  const colon = text.indexOf(':');
  const unit = text.indexOf(UNIT, colon);
  if (colon < 1 || colon > LONGEST_TASK || unit === -1) return [];
  const range = text
    .slice(colon + 1, unit)
    .replace('–', '-')
    .split('-');
  const [min = '', max = ''] = range.map((count) => count.trim());
  if (range.length !== 2 || !isCount(min) || !isCount(max)) return [];
  const { remark = '' } = readRemark(text.slice(unit + UNIT.length, text.lastIndexOf(')') + 1));
  const steps = remark.split('+').map((step) => step.trim());
  return [
    {
      task: text.slice(0, colon),
      min: Number(min),
      max: Number(max),
      steps: steps.filter(Boolean),
      location: lines.locate(offset),
    },
  ];
}

function isCount(text: string): boolean {
  return text !== '' && text.length <= MOST_DIGITS && [...text].every(isDigit);
}

function readStandards(section: Section | undefined, lines: Locator): DefinitionBody['standards'] {
  const rows = (section?.lines ?? []).filter(({ kind }) => kind === 'row');
  return rows.slice(2).flatMap(({ text, offset }) => {
    const [category, requirement] = text.split('|').slice(1);
    if (!category || !requirement) return [];
    return [{ category: category.trim(), requirement: requirement.trim(), location: lines.locate(offset) }];
  });
}

function readHandoff({ value, location }: Located<string>, optional: boolean): HandoffRule {
  const { name, remark = '' } = readRemark(value);
  const [purpose = '', ...marked] = remark.split('`');
  // Each key stands between two marks; what stands behind the last one is none.
  const reportKeys = marked.filter((key, index) => index % 2 === 0 && index < marked.length - 1 && key !== '');
  return { agent: name, purpose: readPurpose(purpose), reportKeys, optional, location };
}

/** Of `for the client: ` it is `the client`. */
function readPurpose(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ':' || text[end - 1] === ',' || isSpace(text.charAt(end - 1)))) end -= 1;
  return text.slice(text.startsWith('for ') ? 'for '.length : 0, end);
}

function isPhase(label: string): label is ContextPhase {
  return label === 'before' || label === 'during' || label === 'after' || label === 'on error';
}
