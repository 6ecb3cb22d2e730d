import picocolors from 'picocolors';
import type { Answers } from '../answers/answers.js';
import type { Cost } from '../cost/measure-cost.js';
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
  /** Where it was asked for, and the definition can be read. */
  cost?: Cost | undefined;
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
    ...(status.cost ? formatCost(status.cost) : []),
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

function formatCost({ session, routedPrompt, start }: Cost): string[] {
  const number = (value: number) => value.toLocaleString('en').padStart(6);
  return [
    'What the model reads of it, in bytes (four are about one token):',
    `  ${number(session.total)}  in every session: agent ${session.agentLine}, skills ${session.skillLines}`,
    `  ${number(routedPrompt)}  with a prompt that is routed`,
    `  ${number(start.total)}  at each start of the agent: definition ${start.definition}, preloaded skills ${start.preloadedSkills}, list of skills ${start.skillLines}`,
  ];
}

function formatAnswers({ scope, backend, skills, router, mcp }: Answers): string {
  const folder = [backend.root, backend.app].filter((part) => part !== '').join('/');
  const names = (list: 'all' | string[]) => (list === 'all' ? 'all' : list.join(', ') || 'none');
  return `scope ${scope}, backend ${printable(folder)}, skills ${names(skills)}, router ${router ? 'on' : 'off'}, MCP servers ${names(mcp)}`;
}
