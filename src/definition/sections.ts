import { readLabel, readRemark, splitList } from './inline-list.js';
import type { LineMap } from './location.js';
import { findSection, parsePreamble, parseSections, type Section, type TextLine } from './markdown.js';
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
import type { Slice } from './split.js';

/**
 * Reads the sections that an agent of this package has; the titles are matched whatever their case and order. Each is read
 * when it is asked for: a hook needs few of them, and pays only for those.
 */
export function parseBody(body: Slice, lines: LineMap): DefinitionBody {
  const sections = parseSections(body, lines);
  const section = (title: string) => findSection(sections, title);
  const items = (title: string) => section(title)?.lines.filter(({ kind }) => kind === 'item') ?? [];
  const located = ({ text, offset }: TextLine): Located<string> => ({
    value: text.replace(/ {2,}/g, ' '),
    location: lines.locate(offset),
  });
  const entries = (title: string, label: string) =>
    items(title).flatMap((line) => {
      const found = readLabel(line);
      return found?.label === label ? splitList(found.text, found.offset, lines) : [];
    });
  return {
    sections,
    get preamble() {
      return parsePreamble(body);
    },
    get directive() {
      const [line] = section('Directive')?.lines ?? [];
      return line && located(line);
    },
    get keywords() {
      return readKeywords(section('Auto Mode'), lines);
    },
    get mcpTools() {
      return items('MCP Tools').flatMap((line) => readMcpTool(line, lines));
    },
    get objectives() {
      return items('Concrete Objectives').map(located);
    },
    get outputFormat() {
      return readOutputFormat(section('Output Format'));
    },
    get enforcement() {
      return readEnforcement(section('Output Format'));
    },
    get duties() {
      return itemsBelow(section('Task Boundaries'), 'do').map(located);
    },
    get refusals() {
      return itemsBelow(section('Task Boundaries'), "don't").map((line) => readRefusal(line, lines));
    },
    get allowed() {
      return entries('Boundaries', 'allowed').map(readBoundary);
    },
    get forbidden() {
      return entries('Boundaries', 'forbidden').map(readBoundary);
    },
    get budgets() {
      return items('Resource Scaling').flatMap((line) => readBudget(line, lines));
    },
    get patterns() {
      return section('Architecture Patterns')?.subsections ?? [];
    },
    get standards() {
      return readStandards(section('Standards'), lines);
    },
    get exampleReport() {
      return section('Example')?.code.findLast(({ language }) => language === 'json');
    },
    get contextProtocol() {
      return items('Context Protocol').flatMap((line) => readPhase(line, lines));
    },
    get receivesFrom() {
      return entries('Integration', 'receives from').map(({ value, location }) => {
        const { name, remark } = readRemark(value);
        return { source: name, ...(remark ? { purpose: remark } : {}), location };
      });
    },
    get handsOffTo() {
      const optional = entries('Integration', 'hands off to, where installed');
      return [
        ...entries('Integration', 'hands off to').map((entry) => readHandoff(entry, false)),
        ...optional.map((entry) => readHandoff(entry, true)),
      ];
    },
    get skillReferences() {
      return entries('Integration', 'skill references');
    },
  };
}

function readPhase(line: TextLine, lines: LineMap): DefinitionBody['contextProtocol'] {
  const label = readLabel(line);
  if (!label || !isPhase(label.label)) return [];
  return [{ phase: label.label, text: label.text, location: lines.locate(label.offset) }];
}

function readKeywords(section: Section | undefined, lines: LineMap): Located<string>[] {
  return (section?.lines ?? []).flatMap((line) => {
    const label = readLabel(line);
    return label?.label === 'activates for' ? splitList(label.text, label.offset, lines) : [];
  });
}

function readMcpTool({ text, offset }: TextLine, lines: LineMap): McpTool[] {
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

function readRefusal({ text, offset }: TextLine, lines: LineMap): Refusal {
  const owner = /\(that(?:'|’)s ([a-z0-9][\w-]*)\)$/.exec(text)?.[1];
  return { text, ...(owner ? { owner } : {}), location: lines.locate(offset) };
}

function readBoundary({ value, location }: Located<string>): Boundary {
  const { name, remark } = readRemark(value);
  const kind = /[/*\\]|^\.?[\w-]+\.\w+$/.test(name) ? 'path' : 'topic';
  return { kind, value: name, ...(remark ? { owner: remark } : {}), location };
}

function readBudget({ text, offset }: TextLine, lines: LineMap): Budget[] {
  const match = /^([^:]{1,80}):[ \t]*(\d{1,6})[ \t]*[-–][ \t]*(\d{1,6}) tool calls(?:[ \t]*\(([^()]*)\))?/.exec(text);
  if (!match?.[1]) return [];
  const steps = (match[4] ?? '').split('+').map((step) => step.trim());
  const [min, max] = [Number(match[2]), Number(match[3])];
  return [{ task: match[1], min, max, steps: steps.filter(Boolean), location: lines.locate(offset) }];
}

function readStandards(section: Section | undefined, lines: LineMap): DefinitionBody['standards'] {
  const rows = (section?.lines ?? []).filter(({ kind }) => kind === 'row');
  return rows.slice(2).flatMap(({ text, offset }) => {
    const [category, requirement] = text.split('|').slice(1);
    if (!category || !requirement) return [];
    return [{ category: category.trim(), requirement: requirement.trim(), location: lines.locate(offset) }];
  });
}

function readHandoff({ value, location }: Located<string>, optional: boolean): HandoffRule {
  const { name, remark = '' } = readRemark(value);
  const reportKeys = [...remark.matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []);
  const purpose = (remark.split('`')[0] ?? '').replace(/^for /, '').replace(/[:,\s]+$/, '');
  return { agent: name, purpose, reportKeys, optional, location };
}

function isPhase(label: string): label is ContextPhase {
  return label === 'before' || label === 'during' || label === 'after' || label === 'on error';
}
