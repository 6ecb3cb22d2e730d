import path from 'node:path';
import { compareVersions, REFUSALS } from '../client/features.js';
import { MAX_AGENT_FILE_BYTES, MAX_SKILL_FILE_BYTES } from '../client/limits.js';
import { splitFrontmatter } from '../definition/split.js';
import { explainSystemError } from '../errors.js';
import { checkAgent } from './checks/agent/agent.js';
import type { CheckContext } from './checks/context.js';
import { checkMcpFile } from './checks/mcp/mcp-file.js';
import { checkMarketplace } from './checks/plugin/marketplace.js';
import { checkPlugin } from './checks/plugin/plugin.js';
import { checkPluginHooks, checkSettings } from './checks/settings/settings.js';
import { checkSkill } from './checks/skill/skill.js';
import { type FileAccess, FileTooLarge } from './file-access.js';
import type { Checked } from './file-check.js';
import { type Finding, finding } from './finding.js';
import { isInTree } from './layout.js';
import { readText } from './read-text.js';
import type { Target } from './target.js';

/** Larger files the client leaves out; nothing of them is read. */
const LIMITS: Partial<Record<Target['kind'], number>> = {
  agent: MAX_AGENT_FILE_BYTES,
  'misnamed-agent': MAX_AGENT_FILE_BYTES,
  skill: MAX_SKILL_FILE_BYTES,
};

const START = { line: 1, column: 1 };

/** Files that lie beside agents in many repositories, and that nobody takes for one. */
const PROSE = /^(?:README|CHANGELOG|CONTRIBUTING|CLAUDE|AGENTS|LICENSE)(?:\.[\w-]+)?\.md$/i;

/** Reads and checks one file. A file that cannot be read is a finding, never an error that stops the others. */
export function checkTarget(target: Target, context: CheckContext): Checked {
  const { access, layout } = context;
  const unread = (found: Finding): Checked => ({ findings: [found], text: '' });
  if (isReachedByLink(target, access) && !isInTree(target.file, layout, access)) {
    return unread(finding('file-link-outside', START, { tree: layout.tree }));
  }
  if (target.kind === 'skill' && access.stat(target.file)?.kind !== 'file') {
    const folder = path.dirname(target.file);
    const like = access.list(folder).find((name) => name.toLowerCase() === 'skill.md');
    const nested = access.list(folder).find((name) => access.stat(path.join(folder, name, 'SKILL.md')));
    return unread(finding('skill-file-missing', START, { folder: path.basename(folder), like, nested }));
  }
  const isLimited = target.kind === 'skill' || compareVersions(context.client.version, REFUSALS.largeFiles.since) >= 0;
  const limit = isLimited ? LIMITS[target.kind] : undefined;
  let bytes: Uint8Array;
  try {
    bytes = access.read(target.file, limit);
  } catch (error) {
    if (error instanceof FileTooLarge && limit !== undefined) {
      return unread(finding('file-too-large', START, { bytes: error.bytes, limit }));
    }
    const reason = explainSystemError(error)?.message ?? String(error);
    return unread(finding('file-unreadable', START, { reason: reason.replace(/\.$/, '') }));
  }
  const { text, findings } = readText(bytes);
  if (
    target.kind === 'agent' &&
    layout.kind !== 'plugin' &&
    !/^\uFEFF?---/.test(text) &&
    PROSE.test(path.basename(target.file))
  ) {
    return { findings: [], text };
  }
  if (findings.some(({ ruleId }) => ruleId === 'file-utf16')) return checkUtf16(target, bytes, findings, context);
  const { findings: more, ...rest } = checkText(target, text, context);
  return { text, findings: [...findings, ...more], ...rest };
}

/** Settings may be UTF-16 with the little end first; of a skill only the frontmatter is lost. */
function checkUtf16(target: Target, bytes: Uint8Array, findings: Finding[], context: CheckContext): Checked {
  if (target.kind === 'settings' && bytes[0] === 0xff) {
    const text = new TextDecoder('utf-16le').decode(bytes);
    return { ...checkText(target, text, context), text };
  }
  if (target.kind !== 'skill') return { findings, text: '' };
  return { findings: [finding('skill-frontmatter', START, { reason: 'the file is UTF-16' })], text: '' };
}

/** Whether the file, or of a skill one of the folders that hold it, is a symbolic link. */
function isReachedByLink({ kind, file }: Target, access: FileAccess): boolean {
  if (access.isLink(file)) return true;
  if (kind !== 'skill') return false;
  const folder = path.dirname(file);
  return access.isLink(folder) || access.isLink(path.dirname(folder));
}

function checkText(target: Target, text: string, context: CheckContext): Omit<Checked, 'text'> {
  switch (target.kind) {
    case 'agent':
      return checkAgent(text, context);
    case 'misnamed-agent':
      return { findings: checkMisnamed(text, path.basename(target.file)) };
    case 'misplaced-skill':
      return { findings: checkFlat(text, path.basename(target.file)) };
    case 'skill':
      return { findings: checkSkill(text, path.dirname(target.file), context) };
    case 'settings':
      return { findings: checkSettings(text, context) };
    case 'plugin-hooks':
      return { findings: checkPluginHooks(text, context) };
    case 'mcp':
      return { findings: checkMcpFile(text, context) };
    case 'plugin':
      return { findings: checkPlugin(text, context) };
    case 'marketplace':
      return { findings: checkMarketplace(text, context) };
  }
}

/** A file that is an agent but for the end of its name. */
function checkMisnamed(text: string, name: string): Finding[] {
  if (splitFrontmatter(text).kind !== 'split' || !/^name:/m.test(text)) return [];
  return [finding('agent-file-name', START, { name, better: name.replace(/\.\w+$/, '.md') })];
}

/** A skill that is a file where a folder belongs. */
function checkFlat(text: string, name: string): Finding[] {
  if (splitFrontmatter(text).kind !== 'split' || !/^description:/m.test(text)) return [];
  return [finding('skill-file-flat', START, { name, better: name.replace(/\.\w+$/, '') })];
}
