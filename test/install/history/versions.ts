import { DEFAULT_ANSWERS } from '../../../src/answers/answers.js';
import type { Entry } from '../../../src/install/entries/entry.js';
import { sha256 } from '../../../src/install/payload.js';
import type { Desired } from '../../../src/install/plan/plan.js';

const lines = (name: string, changed: Record<number, string>) =>
  Array.from({ length: 12 }, (_, index) => changed[index] ?? `${name} line ${index}`)
    .join('\n')
    .concat('\n');

const hook = (timeout: number): Entry => ({
  kind: 'hook',
  event: 'SubagentStart',
  hook: { type: 'command', command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/start.sh', timeout },
});
const prompt: Entry = {
  kind: 'hook',
  event: 'UserPromptSubmit',
  hook: { type: 'command', command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/agent/prompt.sh', timeout: 5 },
};
const server = (version: string): Entry => ({
  kind: 'server',
  name: 'docs',
  server: { command: 'npx', args: ['-y', `docs@${version}`] },
});

/** Three versions: texts that change here and there, files and entries that come, go and come back. */
export const VERSIONS: readonly Desired[] = [
  version('1.0.0', [hook(10), server('1')], {
    '.claude/agents/agent.md': lines('agent', {}),
    '.claude/skills/a/SKILL.md': lines('a', {}),
    '.claude/skills/b/SKILL.md': lines('b', {}),
    '.claude/hooks/agent/start.sh': '#!/bin/sh\necho 1\n',
    '.claude/hooks/agent/bundle.cjs': '// 1\n',
  }),
  version('2.0.0', [hook(20), prompt, server('1')], {
    '.claude/agents/agent.md': lines('agent', { 2: 'agent two' }),
    '.claude/skills/a/SKILL.md': lines('a', { 8: 'a two', 9: 'a two more' }),
    '.claude/skills/c/SKILL.md': lines('c', {}),
    '.claude/hooks/agent/start.sh': '#!/bin/sh\necho 2\n',
    '.claude/hooks/agent/bundle.cjs': '// 2\n',
  }),
  version('3.0.0', [hook(20), server('3')], {
    '.claude/agents/agent.md': lines('agent', { 2: 'agent three', 10: 'agent end' }),
    '.claude/skills/a/SKILL.md': lines('a', {}),
    '.claude/skills/b/SKILL.md': lines('b', { 0: 'b three' }),
    '.claude/skills/c/SKILL.md': lines('c', { 5: 'c three' }),
    '.claude/hooks/agent/start.sh': '#!/bin/sh\necho 3\n',
  }),
];

/** Every file that some version ships. */
export const SHIPPED = [...new Set(VERSIONS.flatMap(({ files }) => files.map(({ path }) => path)))];

function version(name: string, entries: readonly Entry[], texts: Record<string, string>): Desired {
  const files = Object.entries(texts).map(([path, text]) => {
    const content = Buffer.from(text);
    return { path, content, sha256: sha256(content), executable: path.endsWith('.sh') };
  });
  return { version: name, answers: DEFAULT_ANSWERS, files, entries };
}
