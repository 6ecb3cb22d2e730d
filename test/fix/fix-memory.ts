import path from 'node:path';
import type { FixPlan } from '../../src/fix/fix-plan.js';
import { planFixes } from '../../src/fix/plan-fixes.js';
import { type MemoryFiles, memoryAccess } from '../validate/memory-access.js';

const ROOT = path.resolve('/memory');

/** What `--fix` would make of these files, by their paths; nothing is on a disk. */
export function planMemory(
  files: MemoryFiles,
  links?: Record<string, string>,
): FixPlan & { texts: Map<string, string> } {
  const plan = planFixes({ paths: [ROOT], cwd: ROOT, access: memoryAccess(ROOT, files, links) });
  return { ...plan, texts: new Map(plan.fixes.map(({ file, after }) => [file, Buffer.from(after).toString()])) };
}

const AGENT = '.claude/agents/a.md';

/** An agent file after `--fix`, or as it was where there is nothing to fix. */
export function fixAgent(text: string, others: MemoryFiles = {}): string {
  return planMemory({ [AGENT]: text, ...others }).texts.get(AGENT) ?? text;
}

/** Lines of frontmatter after `--fix`. */
export function fixLines(lines: readonly string[], others?: MemoryFiles): string[] {
  const head = '---\nname: a\ndescription: Reads what changed.\n';
  const fixed = fixAgent(`${head}${lines.join('\n')}\n---\n\nBody.\n`, others);
  const body = '\n---\n\nBody.\n';
  if (!fixed.startsWith(head) || !fixed.endsWith(body)) throw new Error(`More changed than the lines:\n${fixed}`);
  return fixed.slice(head.length, -body.length).split('\n');
}

/** A settings file after `--fix`. */
export function fixSettings(text: string): string {
  const file = '.claude/settings.json';
  return planMemory({ [file]: text }).texts.get(file) ?? text;
}
