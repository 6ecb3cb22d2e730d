import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseWholeBody } from '../../src/definition/body.js';
import { LineMap } from '../../src/definition/location.js';
import type { DefinitionBody } from '../../src/definition/model.js';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { splitFrontmatter } from '../../src/definition/split.js';
import { placeOf } from './place-of.js';

const file = path.resolve(import.meta.dirname, '../../agents/backend-system-architect.md');
const source = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
const shipped = bodyOf(source);

function bodyOf(text: string): DefinitionBody {
  const parsed = parseDefinition(text);
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  return parsed.definition;
}

function wholeBodyOf(text: string): DefinitionBody {
  const split = splitFrontmatter(text);
  if (split.kind !== 'split') throw new Error(split.kind);
  return parseWholeBody(split.body, new LineMap(text));
}

const read = (...lines: string[]) => bodyOf(`---\nname: a\n---\n${lines.join('\n')}\n`);
const values = (located: { value: string }[]) => located.map(({ value }) => value);

describe('the shipped definition as data', () => {
  test('has its sections in order', () => {
    expect(shipped.sections.map(({ title }) => title)).toEqual([
      'Directive',
      'Auto Mode',
      'MCP Tools',
      'Concrete Objectives',
      'Output Format',
      'Task Boundaries',
      'Boundaries',
      'Resource Scaling',
      'Architecture Patterns',
      'Standards',
      'Example',
      'Context Protocol',
      'Integration',
    ]);
  });

  test('has a directive', () => {
    const start = "You are the architect of this repository's backend.";
    expect(shipped.directive?.value.startsWith(start)).toBe(true);
    expect(shipped.directive?.location).toEqual(placeOf(source, '', start));
  });

  test('has 19 keywords', () => {
    expect(values(shipped.keywords)).toEqual([
      ...['API', 'endpoint', 'route', 'REST', 'GraphQL', 'database', 'schema', 'model', 'migration'],
      ...['authentication', 'authorization', 'JWT', 'OAuth', 'rate limiting', 'middleware', 'microservice'],
      ...['service layer', 'repository pattern', 'dependency injection'],
    ]);
    expect(shipped.keywords[13]?.location).toEqual(
      placeOf(source, 'OAuth, ', 'rate limiting, middleware, microservice,'),
    );
  });

  test('has the tools of 3 MCP servers', () => {
    expect(shipped.mcpTools.map(({ pattern, server }) => [pattern, server])).toEqual([
      ['mcp__context7__*', 'context7'],
      ['mcp__postgres-mcp__*', 'postgres-mcp'],
      ['mcp__sequential-thinking__*', 'sequential-thinking'],
    ]);
    for (const { pattern, purpose, location } of shipped.mcpTools) {
      expect(purpose).not.toBe('');
      expect(location).toEqual(placeOf(source, '- `', pattern));
    }
  });

  test('has 6 objectives', () => {
    expect(shipped.objectives).toHaveLength(6);
    expect(shipped.objectives[3]).toEqual({
      value: 'Keep business rules in a service layer, on top of the repository and unit-of-work patterns',
      location: placeOf(source, '4. ', 'Keep business rules'),
    });
  });

  test('has an Output Format that is a report contract, and an example that keeps to its keys', () => {
    if (shipped.outputFormat.kind !== 'contract') throw new Error(shipped.outputFormat.kind);
    const { contract, block } = shipped.outputFormat;
    if (contract.shape.kind !== 'object') throw new Error(contract.shape.kind);
    expect(contract.shape.keys.map(({ key, required, shape }) => [key, required, shape.kind])).toEqual([
      ['feature', true, 'string'],
      ['endpoints_created', true, 'array'],
      ['models_created', true, 'array'],
      ['middleware_added', true, 'array'],
      ['security_measures', true, 'array'],
      ['test_commands', true, 'array'],
      ['documentation', true, 'object'],
    ]);
    expect(block.textLocation).toEqual(placeOf(source, '```json\n', '{\n  "feature": "user-authentication"'));
    expect(JSON.parse(contract.example)).toEqual(JSON.parse(block.text));
    expect(shipped.exampleReport?.textLocation).toEqual(
      placeOf(source, '```json\n', '{\n  "feature": "user-registration"'),
    );
  });

  test('has 8 duties and 5 refusals with the agents that the work belongs to', () => {
    expect(shipped.duties).toHaveLength(8);
    expect(shipped.duties[7]?.value).toBe('Call each endpoint with curl or httpie before you report it as done');
    expect(shipped.refusals.map(({ owner }) => owner)).toEqual([
      'frontend-ui-developer',
      'workflow-architect',
      'data-pipeline-engineer',
      'database-engineer',
      'llm-integrator',
    ]);
    expect(shipped.refusals[3]?.location).toEqual(placeOf(source, '- ', 'Write Alembic migrations'));
  });

  test('has boundaries, of which those that are no paths are topics', () => {
    expect(shipped.allowed.map(({ kind, value }) => [kind, value])).toEqual(
      ['api', 'services', 'models', 'core', 'schemas']
        .map((folder) => ['path', `backend/app/${folder}/**`])
        .concat([
          ['path', 'backend/tests/**'],
          ['path', 'docs/postman/**'],
        ]),
    );
    expect(shipped.forbidden.map(({ kind, value, owner }) => [kind, value, owner])).toEqual([
      ['path', 'frontend/**', 'frontend-ui-developer'],
      ['path', '**/alembic/**', 'database-engineer'],
      ['path', '**/migrations/**', 'database-engineer'],
      ['topic', 'embedding generation', 'data-pipeline-engineer'],
      ['topic', 'workflow definitions', 'workflow-architect'],
      ['topic', 'direct LLM calls', 'llm-integrator'],
    ]);
    expect(shipped.forbidden[1]?.location).toEqual(placeOf(source, ', ', '**/alembic/**'));
  });

  test('has 4 budgets', () => {
    expect(shipped.budgets.map(({ task, min, max, steps }) => [task, min, max, steps])).toEqual([
      ['Single endpoint', 10, 15, ['design', 'implement', 'test']],
      ['CRUD feature', 25, 40, ['models', 'routes', 'service', 'tests']],
      ['Full microservice', 50, 80, ['design', 'implement', 'security', 'docs']],
      ['Authentication system', 40, 60, ['JWT', 'refresh', 'middleware', 'tests']],
    ]);
    expect(shipped.budgets[1]?.location).toEqual(placeOf(source, '- ', 'CRUD feature:'));
  });

  test('has 4 patterns with the code of each', () => {
    expect(shipped.patterns.map(({ title, code }) => [title, code.map(({ language }) => language)])).toEqual([
      ['FastAPI Route Structure', ['python', 'python']],
      ['Pydantic v2 Schemas', ['python']],
      ['Service Layer Pattern', ['python', 'python', 'python']],
      ['JWT Authentication', ['python']],
    ]);
    for (const { code } of shipped.patterns) {
      for (const { text, closed } of code) {
        expect(text).toMatch(/^# backend\/app\/[\w/]+\.py\n/);
        expect(closed).toBe(true);
      }
    }
  });

  test('has 9 standards', () => {
    expect(shipped.standards.map(({ category }) => category)).toEqual([
      'API Design',
      'Authentication',
      'Validation',
      'Database',
      'Rate Limiting',
      'Response Time',
      'Error Handling',
      'Caching',
      'Architecture',
    ]);
    expect(shipped.standards[6]).toEqual({
      category: 'Error Handling',
      requirement: 'RFC 9457 Problem Details for every error',
      location: placeOf(source, '', '| Error Handling |'),
    });
  });

  test('has a context protocol for each phase', () => {
    expect(shipped.contextProtocol.map(({ phase }) => phase)).toEqual(['before', 'during', 'after', 'on error']);
    expect(shipped.contextProtocol[0]?.text).toContain('`.claude/context/session/state.json`');
    expect(shipped.contextProtocol[3]?.location).toEqual(
      placeOf(source, '- On error: ', 'Name what stands in the way'),
    );
  });

  test('has sources, handoffs with the keys of the report that they take, and 10 skill references', () => {
    expect(shipped.receivesFrom.map(({ source: from, purpose }) => [from, purpose])).toEqual([
      ['Product requirements', undefined],
      ['workflow-architect', 'API integration points'],
    ]);
    expect(shipped.handsOffTo.map(({ agent, purpose, reportKeys }) => [agent, purpose, reportKeys])).toEqual([
      ['database-engineer', 'migrations', ['models_created']],
      ['code-quality-reviewer', 'validation', []],
      ['frontend-ui-developer', 'API contracts', ['endpoints_created']],
    ]);
    expect(shipped.handsOffTo[1]?.location).toEqual(placeOf(source, ', ', 'code-quality-reviewer'));
    expect(values(shipped.skillReferences)).toEqual([
      'api-design-framework',
      'database-schema-designer',
      'streaming-api-patterns',
      'clean-architecture',
      'rate-limiting',
      'caching-strategies',
      'background-jobs',
      'api-versioning',
      'fastapi-advanced',
      'mcp-server-building',
    ]);
  });

  test('is the same with Windows line ends, save the text of the code', () => {
    const { sections: _, ...windows } = wholeBodyOf(source.replaceAll('\n', '\r\n'));
    const { sections: __, outputFormat, exampleReport, patterns, ...lists } = wholeBodyOf(source);
    expect(windows.outputFormat.kind).toBe('contract');
    expect(windows.patterns).toHaveLength(patterns.length);
    expect(windows).toMatchObject(lists);
  });
});

describe('sections of other definitions', () => {
  test('that are missing are empty, and never an error', () => {
    const body = parseWholeBody({ text: 'Hello.', offset: 0 }, new LineMap('Hello.'));
    expect(body.directive).toBeUndefined();
    expect(body.exampleReport).toBeUndefined();
    expect(body.outputFormat).toEqual({ kind: 'absent' });
    const { preamble, ...sections } = body;
    expect(preamble.map(({ text }) => text)).toEqual(['Hello.']);
    const lists = Object.values(sections).filter(Array.isArray);
    expect(lists.length).toBeGreaterThan(10);
    expect(lists.flat()).toEqual([]);
  });

  test('are found in any case and order, and below a title', () => {
    const { objectives, keywords } = read(
      '# Agent',
      '## CONCRETE OBJECTIVES',
      '- One',
      '## auto mode',
      'Activates for: a',
    );
    expect(values(objectives)).toEqual(['One']);
    expect(values(keywords)).toEqual(['a']);
  });

  test('may put their keywords in a list, in bold or over two lines', () => {
    const { keywords } = read(
      '## Auto Mode',
      '- **Activates for:** one, two (with, comma),',
      '  `three`,,',
      '',
      'Not: four',
    );
    expect(values(keywords)).toEqual(['one', 'two (with, comma)', 'three']);
  });

  test('have their places also where an indented line goes on', () => {
    const lines = ['## Boundaries', '- Allowed: a/**,', '    b/**'];
    expect(read(...lines).allowed[1]?.location).toEqual({ line: 6, column: 5 });
  });

  test('may name MCP tools with or without code marks, one tool or the whole server', () => {
    const { mcpTools } = read(
      '## MCP Tools',
      '- `mcp__a__*` - all of it',
      '- mcp__b-c__get_it: one tool',
      '- `mcp__d`',
      '- Read - no MCP tool',
      '- mcp__',
    );
    expect(mcpTools.map(({ pattern, server, purpose }) => [pattern, server, purpose])).toEqual([
      ['mcp__a__*', 'a', 'all of it'],
      ['mcp__b-c__get_it', 'b-c', 'one tool'],
      ['mcp__d', 'd', ''],
    ]);
  });

  test('may refuse without an owner, and with a curly apostrophe', () => {
    const { duties, refusals } = read(
      '## Task Boundaries',
      '**DON’T:**',
      '',
      '- One (that’s b)',
      '- Two',
      '',
      '**DO:**',
      '',
      '- Three',
      '',
      '**Maybe:**',
      '',
      '- Four',
    );
    expect(refusals.map(({ text, owner }) => [text, owner])).toEqual([
      ['One (that’s b)', 'b'],
      ['Two', undefined],
    ]);
    expect(values(duties)).toEqual(['Three']);
  });

  test('may give budgets without steps; what is no budget is left out', () => {
    const { budgets } = read(
      '## Resource Scaling',
      '- A: 1–2 tool calls',
      '- B: a few tool calls',
      '- C: 3-4 tool calls (x)',
    );
    expect(budgets.map(({ task, min, max, steps }) => [task, min, max, steps])).toEqual([
      ['A', 1, 2, []],
      ['C', 3, 4, ['x']],
    ]);
  });

  test('may have a single file among the boundaries', () => {
    const { allowed } = read('## Boundaries', '- Allowed: pyproject.toml, `src/`, big decisions');
    expect(allowed.map(({ kind, value }) => [kind, value])).toEqual([
      ['path', 'pyproject.toml'],
      ['path', 'src/'],
      ['topic', 'big decisions'],
    ]);
  });

  test('may have standards whose rows are incomplete', () => {
    const { standards } = read('## Standards', '| a | b |', '| - | - |', '| c | d | e |', '| f', '|  | g |');
    expect(standards.map(({ category, requirement }) => [category, requirement])).toEqual([
      ['c', 'd'],
      ['', 'g'],
    ]);
  });

  test('may have an Output Format that is no contract', () => {
    const reason = (json: string) => {
      const { outputFormat } = read('## Output Format', '```json', json, '```');
      return outputFormat.kind === 'invalid' ? outputFormat.reason : outputFormat.kind;
    };
    expect(reason('[1]')).toBe('the report has to be a JSON object');
    expect(reason('null')).toBe('the report has to be a JSON object');
    expect(reason('{ "a": }')).toMatch(/JSON/);
    expect(read('## Output Format', '```yaml', 'a: 1', '```').outputFormat.kind).toBe('absent');
  });

  test('may say that a report is advised only; otherwise it is required', () => {
    const enforcement = (...lines: string[]) => read('## Output Format', ...lines).enforcement;
    expect(enforcement('Enforcement: advisory')).toBe('advisory');
    expect(enforcement('- **Enforcement:** Advisory ')).toBe('advisory');
    expect(enforcement('Enforcement: none')).toBe('required');
    expect(enforcement('Return a report.')).toBe('required');
    expect(shipped.enforcement).toBe('required');
  });

  test('take the first JSON block of Output Format and the last one of Example', () => {
    const { outputFormat, exampleReport } = read(
      ...['## Output Format', '```json', '{ "a": 1 }', '```', '```json', '{ "b": 2 }', '```'],
      ...['## Example', '```json', '{ "c": 3 }', '```', '```sh', 'ls', '```', '```json', '{ "d": 4 }', '```'],
    );
    expect(outputFormat).toMatchObject({ kind: 'contract', block: { text: '{ "a": 1 }' } });
    expect(exampleReport?.text).toBe('{ "d": 4 }');
  });
});
