import path from 'node:path';
import { MAX_AGENT_FILE_BYTES } from '../client/limits.js';
import type { AgentDefinition } from '../definition/model.js';
import { explainSystemError } from '../errors.js';
import { checkAgent } from './checks/agent.js';
import { checkSkill } from './checks/skill.js';
import type { Diagnostic, Report } from './diagnostic.js';
import { discover, type Target } from './discover.js';
import type { FileAccess } from './file-access.js';
import { type Finding, finding, toDiagnostic } from './finding.js';
import { readText } from './read-text.js';

export interface ValidateOptions {
  /** Absolute paths of files or folders. */
  paths: readonly string[];
  /** Folder that the diagnostics' paths are relative to. */
  cwd: string;
  access: FileAccess;
  /** Called after each file. */
  onProgress?(done: number, total: number): void;
}

const START = { line: 1, column: 1 };

/**
 * Validates agent files and skills as the client would load them.
 *
 * @returns diagnostics in the order of file, line, column and rule
 * @throws {UsageError} when a path does not exist or holds nothing to validate
 */
export function validate({ paths, cwd, access, onProgress }: ValidateOptions): Report {
  const targets = discover(paths, access);
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, string>();
  targets.forEach((target, index) => {
    const file = target.kind === 'agent' ? target.path : path.join(target.path, 'SKILL.md');
    const display = path.relative(cwd, file).split(path.sep).join('/');
    const { findings, definition } = checkTarget(target, file, access);
    if (definition) findings.push(...checkName(definition, target, display, owners));
    diagnostics.push(...findings.map((found) => toDiagnostic(found, display)));
    onProgress?.(index + 1, targets.length);
  });
  diagnostics.sort(compare);
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((one) => one.severity === severity).length;
  const summary = { files: targets.length, errors: count('error'), warnings: count('warning'), infos: count('info') };
  return { diagnostics, summary };
}

function checkTarget(
  target: Target,
  file: string,
  access: FileAccess,
): { findings: Finding[]; definition?: AgentDefinition } {
  if (target.kind === 'skill-folder' && access.stat(file)?.kind !== 'file') {
    return { findings: [finding('skill-file-missing', START, { folder: path.basename(target.path) })] };
  }
  let bytes: Uint8Array;
  try {
    bytes = access.read(file);
  } catch (error) {
    const reason = explainSystemError(error)?.message ?? String(error);
    return { findings: [finding('file-unreadable', START, { reason: reason.replace(/\.$/, '') })] };
  }
  if (target.kind === 'agent' && bytes.length > MAX_AGENT_FILE_BYTES) {
    const size = { bytes: bytes.length, limit: MAX_AGENT_FILE_BYTES };
    return { findings: [finding('file-too-large', START, size)] };
  }
  const { text, findings } = readText(bytes);
  if (findings.some(({ ruleId }) => ruleId === 'file-utf16')) return { findings };
  if (target.kind === 'skill-folder') return { findings: [...findings, ...checkSkill(text, target.path)] };
  const checked = checkAgent(text, { access, layout: target.layout });
  return { ...checked, findings: [...findings, ...checked.findings] };
}

/** Two agents of one name below one root: the client keeps one of them. */
function checkName(
  { frontmatter }: AgentDefinition,
  { layout }: Target,
  file: string,
  owners: Map<string, string>,
): Finding[] {
  const { name } = frontmatter.values;
  if (typeof name !== 'string') return [];
  const key = JSON.stringify([layout.root, name.trim()]);
  const other = owners.get(key);
  owners.set(key, other ?? file);
  return other ? [finding('agent-name-duplicate', frontmatter.locate(['name']), { name, other })] : [];
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compareText(a.ruleId, b.ruleId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
