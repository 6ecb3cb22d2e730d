import { describe, expect, test } from 'vitest';
import { withBody } from './cases/package-files.js';
import { diagnose } from './diagnose.js';

/** The tools that are said to be missing, of an agent that may only read, each with its place. */
function missing(body: string, tools = 'tools: Read'): string[] {
  return diagnose(withBody(body, tools)).flatMap(({ ruleId, location: { line, column }, excerpt }) => {
    const name = /^\w+/.exec(excerpt?.text.slice(column - 1) ?? '')?.[0];
    return ruleId === 'agent-body-tool' ? `${name} ${line}:${column}` : [];
  });
}

// The frontmatter has five lines; a heading is the sixth.
const below = (text: string) => `# Reviewer\n${text}`;

describe('a body that tells its agent to use a tool that it has not', () => {
  test.each([
    ['Use `Bash` to run the tests.', 'Bash 7:6'],
    ['Use the `Bash` tool to run the tests.', 'Bash 7:10'],
    ['Run the tests with the Bash tool.', 'Bash 7:24'],
    ['Use `Bash(npm test)` first.', 'Bash 7:6'],
    ['Use WebFetch to read the manual.', 'WebFetch 7:5'],
    ['First, call `WebSearch` for news.', 'WebSearch 7:14'],
    ['Ask via `WebFetch`, then report.', 'WebFetch 7:10'],
    ['Invoke the Task tool to start a tester.', 'Task 7:12'],
    ['Save the report using the `Write` tool.', 'Write 7:28'],
    ['- Use `TodoWrite` to plan.', 'TodoWrite 7:8'],
    ['1. Plan.\n2. Use `TodoWrite`.', 'TodoWrite 8:9'],
    ['| Search | Use `WebSearch` |', 'WebSearch 7:17'],
    ['## Steps\n\n### First\n\nUse `Bash`.', 'Bash 11:6'],
    ['Use `Bash` for tests. Do not use it for anything else.', 'Bash 7:6'],
    ['Do not guess. Use `WebSearch`.', 'WebSearch 7:20'],
    ["**DO:**\n- Use `Bash`\n\n**DON'T:**\n- Use `WebFetch`", 'Bash 8:8'],
  ])('%j', (text, place) => {
    expect(missing(below(text))).toEqual([place]);
  });

  test('is told so once for each tool, where it first asks for it', () => {
    const text = 'Use `Bash`, then use `WebFetch`.\n\nUse `Bash` again.';
    expect(missing(below(text))).toEqual(['Bash 7:6', 'WebFetch 7:23']);
  });

  test('is told so above the first heading, too', () => {
    expect(missing('You are a reviewer. Use `Bash` to run the tests.')).toEqual(['Bash 6:26']);
  });

  test('is told so when the frontmatter takes the tool away', () => {
    expect(missing(below('Use `Bash` to run the tests.'), 'disallowedTools: Bash')).toEqual(['Bash 7:6']);
  });

  test('is told so when nothing starts another agent, by whichever name', () => {
    expect(missing(below('Start it with the Agent tool.'), 'tools: Read')).toEqual(['Agent 7:19']);
    expect(missing(below('Start it with the Agent tool.'), 'tools: Task')).toEqual([]);
  });
});

describe('references to skills', () => {
  const references = '## Integration\n- **Skill references:** lint, style';

  test.each([
    ['need the Skill tool', 'tools: Read', ['Skill']],
    ['are served by the Skill tool', 'tools: Read, Skill', []],
    ['need nothing where every tool is given', 'color: red', []],
  ])('%s', (_, tools, expected) => {
    const rules = diagnose(withBody(references, tools)).filter(({ ruleId }) => ruleId === 'agent-body-tool');
    expect(rules.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual(expected);
  });
});
