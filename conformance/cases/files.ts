import { agentText, type Case, definition } from '../case.js';

const T = 'files';

/** A sound definition at a place of its own; all that is asked is whether it is loaded. */
function placed(name: string, file: string, details: Partial<Case> = {}): Case {
  return definition(T, name, agentText(`${T}-${name}`, ''), { file, ...details });
}

/** A file that nobody need take for a definition of this repository. */
const ELSEWHERE = { judgement: 'A file at such a place need not be meant for the client.' };

const LIMIT = 1_048_576;

/** A definition of this many bytes. */
function sized(name: string, bytes: number): Case {
  const text = agentText(`${T}-${name}`, '');
  return definition(T, name, text + 'x'.repeat(bytes - text.length), { alone: true });
}

const twin = (name: string, file: string, other: string) =>
  placed(name, file, {
    knownByBody: true,
    files: { [other]: agentText(`${T}-${name}`, '').replace('You are', 'I am') },
  });

export const fileCases = [
  placed('plain', '.claude/agents/files-plain.md'),
  placed('upper-case-extension', '.claude/agents/files-upper-case-extension.MD'),
  placed('markdown-extension', '.claude/agents/files-markdown-extension.markdown'),
  placed('text-extension', '.claude/agents/files-text-extension.txt', ELSEWHERE),
  placed('no-extension', '.claude/agents/files-no-extension', ELSEWHERE),
  placed('mdc-extension', '.claude/agents/files-mdc-extension.mdc', ELSEWHERE),
  placed('two-extensions', '.claude/agents/files-two.agent.md'),
  placed('backup', '.claude/agents/files-backup.md.bak', ELSEWHERE),
  placed('nested', '.claude/agents/team/files-nested.md'),
  placed('nested-twice', '.claude/agents/team/core/files-nested-twice.md'),
  placed('in-hidden-folder', '.claude/agents/.hidden/files-in-hidden-folder.md'),
  placed('in-node-modules', '.claude/agents/node_modules/files-in-node-modules.md'),
  placed('dot-file', '.claude/agents/.files-dot-file.md'),
  placed('only-extension', '.claude/agents/.md'),
  placed('space-in-name', '.claude/agents/files space.md'),
  placed('unicode-name', '.claude/agents/prüfer.md'),
  placed('name-unlike-file', '.claude/agents/quite-another.md'),
  placed('readme', '.claude/agents/README.md'),
  placed('beside-agents', '.claude/files-beside-agents.md', ELSEWHERE),
  placed('agent-folder', '.claude/agent/files-agent-folder.md', ELSEWHERE),
  placed('agents-at-root', 'agents/files-agents-at-root.md', ELSEWHERE),
  placed('nested-agents-folder', 'packages/app/.claude/agents/files-nested-agents-folder.md', ELSEWHERE),
  sized('at-limit', LIMIT),
  sized('above-limit', LIMIT + 1),
  twin('twin-first', '.claude/agents/files-twin-a.md', '.claude/agents/files-twin-b.md'),
  twin('twin-second', '.claude/agents/files-twin-d.md', '.claude/agents/files-twin-c.md'),
  twin('twin-nested', '.claude/agents/deep/files-twin-e.md', '.claude/agents/files-twin-f.md'),
];
