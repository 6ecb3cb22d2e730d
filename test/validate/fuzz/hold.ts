import path from 'node:path';
import { expect } from 'vitest';
import { formatGithub } from '../../../src/reporters/github.js';
import { formatJson } from '../../../src/reporters/json.js';
import { formatSarif } from '../../../src/reporters/sarif.js';
import { formatText } from '../../../src/reporters/text.js';
import type { Diagnostic, Report } from '../../../src/validate/diagnostic.js';
import { validate } from '../../../src/validate/validate.js';
import { type MemoryFile, type MemoryFiles, memoryAccess } from '../memory-access.js';

export const ROOT = path.resolve('/repository');

/** Validates files that lie in memory, below the given paths or all of them. */
export function check(files: MemoryFiles, paths: readonly string[] = ['.']): Report {
  const access = memoryAccess(ROOT, { '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  return validate({ paths: paths.map((file) => path.resolve(ROOT, file)), cwd: ROOT, access });
}

/** Validates one file by its path, and expects what holds for every file whatever it holds. */
export function holdsFor(file: string, content: string | Uint8Array): Report {
  const files = { [file]: content };
  const report = check(files, [file]);
  expectInside(report.diagnostics, files);
  expectFormats(report);
  return report;
}

/** Expects diagnostics to point to a character of their file, or just behind the last one of a line. */
export function expectInside(diagnostics: readonly Diagnostic[], files: MemoryFiles): void {
  const known = new Map(Object.entries(files).map(([file, content]) => [file, linesOf(content)]));
  const outside = diagnostics.filter(({ location: { file, line, column } }) => {
    // A SKILL.md that is missing is located at the start that it would have.
    const found = (known.get(file) ?? [''])[line - 1];
    return found === undefined || column < 1 || column > found.length + 1;
  });
  expect(outside.map(({ ruleId, location }) => ({ ruleId, location }))).toEqual([]);
}

function linesOf(content: MemoryFile): string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  // UTF-16 is not decoded: it is located at its start, as every file has one.
  return bytes instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n') : [''];
}

/** Expects every format to be made, and to have one line or entry for each diagnostic. */
export function expectFormats(report: Report): void {
  const count = report.diagnostics.length;
  for (const colour of [false, true]) expect(typeof formatText(report, { colour })).toBe('string');
  expect(formatGithub(report).split('\n')).toHaveLength(count + 1);
  const sarif = JSON.parse(formatSarif(report, { version: '0.0.0', readPage: (rule) => `# ${rule}\n\nA page.\n` }));
  expect(sarif.runs[0].results).toHaveLength(count);
  expect(JSON.parse(formatJson(report)).diagnostics).toHaveLength(count);
}
