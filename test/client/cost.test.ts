import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { agentLine, hookContext, preloadedSkill, skillLine } from '../../src/cost/client-texts.js';
import { readNames } from '../../src/definition/names.js';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { composeLine } from '../../src/routing/route-prompt.js';
import { cli } from '../support/cli.js';
import { makeRepository } from '../support/repository.js';
import { runClient } from './run-client.js';
import { type ModelRequest, messagesText, systemText } from './scripted-api.js';
import { AGENT, isAgent, play, reportMessage } from './session.js';

const textOf = (request: ModelRequest | undefined) =>
  request ? `${systemText(request)}\n${messagesText(request)}\n` : '';

test('what the cost is made of stands in the requests of the real client, byte for byte', async () => {
  const repository = await makeRepository();
  await cli(['install', '--no-mcp'], { cwd: repository });
  const { requests } = await runClient({ project: repository, script: play(reportMessage()) });
  const [session, start] = [requests.find((request) => !isAgent(request)), requests.find(isAgent)].map(textOf);

  const text = await readFile(path.join(repository, `.claude/agents/${AGENT}.md`), 'utf8');
  const parsed = parseDefinition(text);
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  const { description, tools, skills: preloaded } = parsed.definition.frontmatter.values;
  const names = (value: unknown) => readNames(value, 'names').map(({ name }) => name);
  expect(session).toContain(agentLine(AGENT, String(description), names(tools)));
  expect(session).toContain(hookContext(composeLine(AGENT, ['endpoint'])));
  expect(start).toContain(text.slice(text.indexOf('## Directive')).trim());

  const folder = path.join(repository, '.claude/skills');
  for (const name of await readdir(folder)) {
    const skill = await readFile(path.join(folder, name, 'SKILL.md'), 'utf8');
    const [, head = '', body = ''] = skill.split('---\n');
    const line = skillLine(name, /^description: (.*)$/m.exec(head)?.[1] ?? '');
    expect(session).toContain(line);
    expect(start).toContain(line);
    for (const part of preloadedSkill(name, path.join(folder, name), body)) {
      expect(start?.includes(part), part.slice(0, 80)).toBe(names(preloaded).includes(name));
    }
  }
});
