import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../install/manifest.js';
import { type Cost, measureCost } from './measure-cost.js';

/** What an installation costs, by the files as they are now; undefined where there is no definition to read. */
export function readCost(claudeFolder: string, { files, answers }: Manifest): Cost | undefined {
  const definition = path.join(claudeFolder, 'agents/backend-system-architect.md');
  if (!existsSync(definition)) return undefined;
  const skills = files.flatMap(({ path: file }) => {
    const name = /^\.claude\/skills\/([^/]+)\/SKILL\.md$/.exec(file)?.[1];
    const folder = path.join(claudeFolder, 'skills', name ?? '');
    const skill = path.join(folder, 'SKILL.md');
    return name !== undefined && existsSync(skill) ? [{ name, folder, text: readFileSync(skill, 'utf8') }] : [];
  });
  return measureCost({ definition: readFileSync(definition, 'utf8'), skills, router: answers.router });
}
