import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CodeFence, findCodeFences } from '../../src/definition/fences.js';

export const RULE_PAGES = path.resolve(import.meta.dirname, '../../docs/rules');

/** The sections of every page, in their order. */
export const SECTIONS = ['Why', 'Wrong', 'Right', 'Source'] as const;
export type SectionTitle = (typeof SECTIONS)[number];

/** A fenced block of a page, with all of its info string. */
export interface Block {
  info: string;
  text: string;
}

export interface RulePage {
  headings: string[];
  /** What stands above the first section: what is wrong, and the effect. */
  sentence: string;
  effect: string;
  sections: Map<string, { prose: string; blocks: Block[] }>;
  /** Everything that is not code in a block. */
  prose: string;
}

/** The names of the pages, without their ending. */
export async function listRulePages(): Promise<string[]> {
  const names = await readdir(RULE_PAGES);
  return names.filter((name) => name !== 'README.md').map((name) => name.replace(/\.md$/, ''));
}

export async function readRulePage(rule: string): Promise<RulePage> {
  const markdown = await readFile(path.join(RULE_PAGES, `${rule}.md`), 'utf8');
  const fences = findCodeFences(markdown);
  const prose = outsideOf(fences, markdown, 0, markdown.length);
  const starts = [...prose.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
  const sections = new Map<string, { prose: string; blocks: Block[] }>();
  for (const title of starts) {
    const start = markdown.indexOf(`\n## ${title}\n`);
    const next = starts[starts.indexOf(title) + 1];
    const end = next === undefined ? markdown.length : markdown.indexOf(`\n## ${next}\n`);
    const inside = fences.filter(({ offset }) => offset > start && offset < end);
    sections.set(title, {
      prose: outsideOf(inside, markdown, start, end),
      blocks: inside.map((fence) => readBlock(fence, markdown)),
    });
  }
  const [, sentence = '', effect = ''] = (prose.split('\n## ', 1)[0] ?? '').trim().split('\n\n');
  return { headings: [...prose.matchAll(/^#+ .+$/gm)].map(([line]) => line), sentence, effect, sections, prose };
}

function readBlock({ offset, textOffset, text }: CodeFence, markdown: string): Block {
  return {
    info: markdown
      .slice(offset, textOffset)
      .trim()
      .replace(/^[`~]+/, ''),
    text,
  };
}

/** The text between two offsets, its blocks left out. */
function outsideOf(fences: readonly CodeFence[], text: string, start: number, end: number): string {
  let from = start;
  const pieces = fences.map((fence) => {
    const piece = text.slice(from, fence.offset);
    from = fence.end;
    return piece;
  });
  return [...pieces, text.slice(from, end)].join('');
}
