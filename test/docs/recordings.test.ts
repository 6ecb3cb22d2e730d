import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDefinition } from '../../src/definition/parse-definition.js';
import { judgeStop } from '../../src/hooks/stop/verdict.js';

const root = path.resolve(import.meta.dirname, '../..');
const readSvg = (name: string) => readFile(path.join(root, 'docs/images', `${name}.svg`), 'utf8');

/** Every text of a picture, in its order, with single blanks: a terminal breaks lines where it ends. */
function wordsOf(svg: string): string {
  const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
  const plain = texts.join(' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return plain.replace(/\s+/g, ' ');
}

/** The first element that is not closed where it should be; undefined where the picture is well formed. */
function findUnclosed(svg: string): string | undefined {
  const open: string[] = [];
  for (const [, slash, name = '', , empty] of svg.matchAll(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (slash) {
      if (open.pop() !== name) return name;
    } else if (!empty) open.push(name);
  }
  return open[0];
}

describe.each(['how-it-fits', 'install', 'sent-back'])('%s.svg', (name) => {
  test('is one well-formed picture that says what it shows, and loads and runs nothing', async () => {
    const svg = await readSvg(name);
    expect(findUnclosed(svg)).toBeUndefined();
    expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
    expect(svg).toMatch(/<title id="t">[^<]{10,}<\/title>\s*<desc id="d">[^<]{60,}<\/desc>/);
    expect(svg).not.toMatch(/<script|<foreignObject|<image|\son\w+=|url\((?!#)|href="(?!#)|@import/i);
    expect(svg.length).toBeLessThan(150_000);
  });

  test('shows nothing of the machine that it was made on', async () => {
    expect(await readSvg(name)).not.toMatch(/\/(?:home|Users|root|work)\/|\/tmp\/(?!shop\b)|\bhome-|packed-/);
  });
});

test('the recorded installation is one of this version', async () => {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const words = wordsOf(await readSvg('install'));
  expect(words).toContain(`Installed backend-system-architect ${version} in /tmp/shop: 81 created.`);
  expect(words).toContain('because backend/app/main.py:3 creates a FastAPI application');
});

test('the feedback in the recorded session is what the hook says of that report today, and the next report fits', async () => {
  const parsed = parseDefinition(await readFile(path.join(root, 'agents/backend-system-architect.md'), 'utf8'));
  if (parsed.kind !== 'definition') throw new Error(parsed.kind);
  const { outputFormat, enforcement } = parsed.definition;
  const reports = JSON.parse(await readFile(path.join(root, 'scripts/recordings/sent-back.json'), 'utf8'));
  const judge = (report: object) =>
    judgeStop({
      message: `\`\`\`json\n${JSON.stringify(report)}\n\`\`\``,
      outputFormat,
      enforcement,
      countBroken: () => 1,
    });
  const verdict = judge(reports.first);
  if (verdict.kind !== 'sent-back') throw new Error(verdict.kind);
  const words = wordsOf(await readSvg('sent-back'));
  expect(verdict.reasons).toHaveLength(2);
  for (const reason of verdict.reasons) expect(words).toContain(reason);
  expect(words).toContain('The report is put right.');
  expect(judge(reports.second).kind).toBe('accepted');
});
