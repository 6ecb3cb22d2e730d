import path from 'node:path';
import { allowedGlobs, judgeReadings, type Reading } from '../../boundaries/judge.js';
import { judgeImports } from '../../boundaries/judge-imports.js';
import { resolvePath } from '../../boundaries/resolve-path.js';
import { pluginName } from '../copies.js';
import { findInstalledAgent, type HookInput } from '../project.js';
import { type HookResult, SILENT } from '../result.js';
import { readFileWrite } from './file-write.js';
import { forbiddenImport, forbiddenPath, impossiblePath, outsidePath } from './reasons.js';

/**
 * Refuses a write that Boundaries forbids, by its path or by what the written Python imports, and has the user asked
 * about a path that is not among the allowed ones. For other tools and other agents it is silent.
 */
export function guardBoundaries(input: HookInput): HookResult {
  const write = readFileWrite(input.payload);
  const context = write && isOwnAgent(input) ? findInstalledAgent(input) : undefined;
  if (!write || !context) return SILENT;
  const { agent, definition, project, payload } = context;
  if (definition.allowed.length + definition.forbidden.length === 0) return SILENT;

  const resolved = resolvePath({ project, cwd: path.resolve(project, payload.cwd ?? '') }, write.path);
  if (resolved.kind === 'impossible') return decide('deny', impossiblePath(resolved.reason));
  const [shown] = resolved.readings;
  const verdict = judgeReadings(definition, resolved.readings);
  if (verdict.kind === 'forbidden') return decide('deny', forbiddenPath(shown, verdict.reading, verdict.boundary));
  if (resolved.readings.some(isPython)) {
    const found = judgeImports(definition, write.before, write.after);
    if (found) return decide('deny', forbiddenImport(shown, found));
  }
  if (verdict.kind === 'allowed') return SILENT;
  return decide('ask', outsidePath(shown, verdict.reading, agent, allowedGlobs(definition)));
}

/** A plugin's hook is started for every session and agent; the agent of the same name in a project has its own guard. */
function isOwnAgent(input: HookInput): boolean {
  return pluginName(input) === undefined || input.payload.agentType?.includes(':') === true;
}

function isPython(reading: Reading): boolean {
  return /\.(?:pyi?|pyw|ipynb)$/i.test(reading.path);
}

function decide(decision: 'deny' | 'ask', reason: string): HookResult {
  return { kind: 'decide', decision, reason };
}
