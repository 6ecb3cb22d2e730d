import picocolors from 'picocolors';
import type { Answers } from '../answers/answers.js';
import type { DriftedPath, State } from '../install/state.js';
import { plural } from '../plural.js';
import { printable } from './printable.js';

export interface Status extends State {
  directory: string;
  installed: string;
  /** The version of this package. */
  available: string;
  answers: Answers;
  pendingHandoffs: number;
}

export function formatStatusJson(status: Status): string {
  return `${JSON.stringify(status, null, 2)}\n`;
}

export function formatStatusText(status: Status, { colour }: { colour: boolean }): string {
  const { directory, installed, drifted, pendingHandoffs } = status;
  const paint = picocolors.createColors(colour);
  const colours: Record<DriftedPath['drift'], (text: string) => string> = {
    edited: paint.yellow,
    deleted: paint.yellow,
    damaged: paint.yellow,
    conflict: paint.red,
    blocked: paint.red,
  };
  const lines = [
    `backend-system-architect ${installed} is installed in ${directory}.`,
    `Answers: ${formatAnswers(status.answers)}.`,
    ...drifted.map(
      ({ path, drift, detail }) => `  ${colours[drift](drift.padEnd(8))}  ${printable(path)}  (${printable(detail)})`,
    ),
    drifted.length === 0
      ? 'Everything is as it was installed.'
      : `${plural(drifted.length, 'path')} not as installed; "diff" shows the edits.`,
    formatUpgrade(status),
    ...(pendingHandoffs > 0 ? [`${plural(pendingHandoffs, 'pending handoff')}; "handoffs" lists them.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function formatUpgrade({ installed, available, upgrade }: Status): string {
  const counts = Object.entries(upgrade).map(([kind, count]) => `${count} to ${kind === 'conflict' ? 'decide' : kind}`);
  const version = installed === available ? `version ${available}` : `version ${available} of this package`;
  return counts.length === 0
    ? `An install of ${version} has nothing to do.`
    : `An install of ${version}: ${counts.join(', ')}.`;
}

function formatAnswers({ scope, backend, skills, router, mcp }: Answers): string {
  const folder = [backend.root, backend.app].filter((part) => part !== '').join('/');
  const names = (list: 'all' | string[]) => (list === 'all' ? 'all' : list.join(', ') || 'none');
  return `scope ${scope}, backend ${printable(folder)}, skills ${names(skills)}, router ${router ? 'on' : 'off'}, MCP servers ${names(mcp)}`;
}
