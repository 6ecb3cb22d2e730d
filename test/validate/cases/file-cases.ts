import path from 'node:path';
import { MAX_AGENT_FILE_BYTES } from '../../../src/client/limits.js';
import type { fileRules } from '../../../src/validate/rules/file-rules.js';
import { AGENT, agent, BASE, definition, file, withBody, withField } from './package-files.js';
import type { RuleCase } from './rule-case.js';

const VALID = agent(...BASE);

export const fileCases: Record<keyof typeof fileRules, RuleCase> = {
  'file-unreadable': { breaks: file({ fails: 'EACCES' }), keeps: VALID },
  'file-link-outside': {
    links: {
      [AGENT]: path.resolve('/elsewhere/reviewer.md'),
      '.claude/agents/inside.md': path.resolve('/memory/shared/reviewer.md'),
    },
    breaks: file(definition(BASE)),
    keeps: { '.claude/agents/inside.md': definition(BASE) },
  },
  'file-empty': { breaks: file(''), keeps: VALID },
  'file-too-large': {
    breaks: withBody('x'.repeat(MAX_AGENT_FILE_BYTES)),
    keeps: withBody('x'.repeat(MAX_AGENT_FILE_BYTES - 100)),
  },
  'file-encoding': {
    at: '\uFFFD',
    breaks: file(Buffer.from(definition(BASE, '\xe9'), 'latin1')),
    keeps: withBody('\u00e9'),
  },
  'file-utf16': {
    breaks: file(Buffer.from(`\uFEFF${definition(BASE)}`, 'utf16le')),
    keeps: file(`\uFEFF${definition(BASE)}`),
  },
  'frontmatter-missing': { breaks: file(BASE.join('\n')), keeps: VALID },
  'frontmatter-unclosed': {
    breaks: file(`---\n${BASE.join('\n')}\n`),
    keeps: file(`---\n${BASE.join('\n')}\n---`),
  },
  'frontmatter-language': {
    breaks: file(`---toml\n${BASE.join('\n')}\n---\n`),
    keeps: file(`--- \n${BASE.join('\n')}\n---\n`),
  },
  'frontmatter-early-fence': {
    at: '---',
    breaks: agent('name: reviewer', 'description: Reads --- and tells.'),
    keeps: agent('name: reviewer', 'description: Reads -- and tells.'),
  },
  'frontmatter-yaml': {
    at: '.',
    breaks: agent('name: reviewer', 'description: "Reads.'),
    keeps: agent('name: reviewer', 'description: "Reads."'),
  },
  'frontmatter-duplicate-key': {
    at: 'model: sonnet',
    breaks: withField('model: opus', 'model: sonnet'),
    keeps: withField('model: opus', 'color: red'),
  },
};
