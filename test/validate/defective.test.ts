import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Location } from '../../src/definition/location.js';
import type { Severity } from '../../src/validate/diagnostic.js';
import { placeOf } from '../definition/place-of.js';
import { cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';
import { places, runValidate } from './run-validate.js';

const FILE = '.claude/agents/backend-system-architect.md';
const source = (await readFile(path.resolve(import.meta.dirname, '../fixtures/defective', FILE), 'utf8')).replaceAll(
  '\r\n',
  '\n',
);

const SKILLS = [
  'api-design-framework',
  'database-schema-designer',
  'owasp-top-10',
  'streaming-api-patterns',
  'observability-monitoring',
  'performance-optimization',
  'devops-deployment',
  'golden-dataset-management',
  'edge-computing-patterns',
  'github-cli',
  'resilience-patterns',
  'langgraph-supervisor',
  'mcp-server-building',
];
const COMMANDS = ['output-validator', 'context-publisher', 'handoff-preparer'].map(
  (script) => `"$CLAUDE_PROJECT_DIR/.claude/hooks/agent/${script}.sh"`,
);
const SERVERS = ['context7', 'postgres-mcp', 'sequential-thinking'];

interface Defect {
  ruleId: string;
  severity: Severity;
  locations: Location[];
  /** What the message of each of them has to name. */
  named: string[];
}

const DEFECTS: Record<string, Defect> = {
  'a tool that the client no longer has': {
    ruleId: 'agent-tool-unknown',
    severity: 'error',
    locations: [placeOf(source, '  - ', 'MultiEdit\n')],
    named: ['MultiEdit'],
  },
  'thirteen skills that are not installed': {
    ruleId: 'agent-skill-missing',
    severity: 'error',
    locations: SKILLS.map((skill) => placeOf(source, '  - ', `${skill}\n`)),
    named: SKILLS,
  },
  'three hook entries in the flat form': {
    ruleId: 'hook-form',
    severity: 'error',
    locations: COMMANDS.map((command) => placeOf(source, '    - ', `command: ${command}`)),
    named: COMMANDS.map(() => 'Stop'),
  },
  'three hook scripts that do not exist': {
    ruleId: 'hook-script-missing',
    severity: 'error',
    locations: COMMANDS.map((command) => placeOf(source, 'command: ', command)),
    named: COMMANDS.map((command) => command.slice(1, -1)),
  },
  'three paths that the shell would split': {
    ruleId: 'hook-path-unquoted',
    severity: 'warning',
    locations: COMMANDS.map((command) => placeOf(source, 'command: ', command)),
    named: COMMANDS.map(() => '$CLAUDE_PROJECT_DIR'),
  },
  'three MCP servers that the tools shut out': {
    ruleId: 'agent-mcp-unlisted',
    severity: 'error',
    locations: SERVERS.map((server) => placeOf(source, '- `', `mcp__${server}__*`)),
    named: SERVERS,
  },
  'a description without the Auto Mode keywords': {
    ruleId: 'agent-keywords',
    severity: 'warning',
    locations: [placeOf(source, 'description: ', 'Plans the server side')],
    named: ['lacks 18 of'],
  },
  'an example that breaks the Output Format': {
    ruleId: 'example-contract',
    severity: 'warning',
    locations: [placeOf(source, '```json\n', '{\n  "endpoint":')],
    named: ['/feature (no such key), /endpoints_created (no such key), /documentation (no such key)'],
  },
};

test.each(Object.entries(DEFECTS))('%s: each is reported where it stands', async (_, defect) => {
  const { exitCode, stderr, report } = await runValidate({ [FILE]: source });
  expect(stderr).toBe('');
  expect(exitCode).toBe(1);
  const found = report.diagnostics.filter(({ ruleId }) => ruleId === defect.ruleId);
  expect(found.map(({ location }) => location)).toEqual(defect.locations.map((place) => ({ file: FILE, ...place })));
  found.forEach(({ severity, message }, index) => {
    expect(severity).toBe(defect.severity);
    expect(message).toContain(defect.named[index]);
  });
});

test('nothing else is reported about the defective definition, and each defect once', async () => {
  const { report } = await runValidate({ [FILE]: source });
  const expected = Object.values(DEFECTS).flatMap(({ ruleId, locations }) =>
    locations.map(({ line, column }) => `${ruleId} ${line}:${column}`),
  );
  expect(places(report).toSorted()).toEqual(expected.toSorted());
  expect(report.summary).toEqual({ files: 1, errors: 23, warnings: 5, infos: 0 });
});

test('the keyword that the description has is not among those it lacks', async () => {
  const { report } = await runValidate({ [FILE]: source });
  const message = report.diagnostics.find(({ ruleId }) => ruleId === 'agent-keywords')?.message ?? '';
  const missing = message.slice(message.indexOf(':') + 2, message.indexOf('. The main')).split(', ');
  const keywords = /^Activates for: (.*)$/m.exec(source)?.[1]?.split(', ') ?? [];
  expect(keywords).toHaveLength(19);
  expect(missing).toEqual(keywords.filter((keyword) => keyword !== 'database'));
});

test('the text format prints each place as file:line:col severity rule-id message', async () => {
  const repository = await makeRepository({ [FILE]: source });
  const json = await cli(['validate', '--format', 'json'], { cwd: repository });
  const text = await cli(['validate', '--format', 'text'], { cwd: repository });
  const { diagnostics } = JSON.parse(json.stdout) as Awaited<ReturnType<typeof runValidate>>['report'];
  const lines = diagnostics.map(
    ({ location, severity, ruleId, message }) =>
      `${location.file}:${location.line}:${location.column} ${severity} ${ruleId} ${message}`,
  );
  const printed = text.stdout.trimEnd().split('\n');
  expect(printed.filter((line) => !line.startsWith(' '))).toEqual([...lines, '1 file checked: 23 errors, 5 warnings']);
  const sourceLines = source.split('\n');
  for (const { location } of diagnostics) {
    const head = printed.findIndex((line) => line.startsWith(`${location.file}:${location.line}:${location.column} `));
    const [shown = '', under = ''] = printed.slice(head + 1);
    // Long lines are cut around the place, which the caret still points to.
    const what = (sourceLines[location.line - 1] ?? '').slice(location.column - 1, location.column + 9);
    expect(shown).toMatch(new RegExp(`^ *${location.line} \\| `));
    expect(under).toMatch(/^ +\| +\^+$/);
    expect(shown.slice(under.indexOf('^'), under.indexOf('^') + what.length)).toBe(what);
  }
  expect(text.stderr).toBe('');
  expect(text.exitCode).toBe(1);
});
