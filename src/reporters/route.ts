import type { RouteDecision } from '../routing/route-prompt.js';
import type { Contribution, Routing } from '../routing/score.js';
import { printable } from './printable.js';

/** One line that says what the router does; explained, a line for each group that counted. */
export function formatRouteText(
  decision: RouteDecision,
  { file, explain }: { file: string; explain: boolean },
): string {
  const lines = [summarize(decision)];
  if (explain && decision.kind !== 'left-alone') {
    lines.push(...explainRouting(decision.routing), `The groups, their weights and words: ${printable(file)}`);
  }
  if (explain && decision.kind === 'routed') lines.push(`What the model is told: ${printable(decision.line)}`);
  return `${lines.join('\n')}\n`;
}

function summarize(decision: RouteDecision): string {
  switch (decision.kind) {
    case 'routed':
      return `routed: ${decision.words.map((word) => printable(word)).join(', ')} (${scores(decision.routing)})`;
    case 'not-routed':
      return `not routed (${scores(decision.routing)})`;
    case 'left-alone':
      return `not routed: ${decision.reason}`;
  }
}

/** What is longer is a list of alternatives. */
const LONGEST_TERM = 40;

const scores = ({ score, threshold }: Routing) => `score ${score.toFixed(2)}, threshold ${threshold.toFixed(2)}`;

function explainRouting({ contributions }: Routing): string[] {
  if (contributions.length === 0) return ['  no word of any group'];
  const width = Math.max(...contributions.map(({ group }) => printable(group.name).length));
  return contributions
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
    .map(({ group, score, matches }) => {
      const sign = score < 0 ? '-' : '+';
      return `  ${sign}${Math.abs(score).toFixed(2)}  ${printable(group.name).padEnd(width)}  ${matches.map(describe).join(', ')}`;
    });
}

function describe({ term, words }: Contribution['matches'][number]): string {
  const found = words.join(' ');
  if (found === term) return printable(found);
  return `${printable(found)} (${printable(term.length > LONGEST_TERM ? `${term.slice(0, LONGEST_TERM)}…` : term)})`;
}

/** The same for programs: scores as numbers, rounded to a hundredth. */
export function formatRouteJson(decision: RouteDecision, file: string): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  if (decision.kind === 'left-alone') {
    return `${JSON.stringify({ routed: false, reason: decision.reason }, null, 2)}\n`;
  }
  const { routing } = decision;
  const value = {
    routed: routing.routed,
    score: round(routing.score),
    threshold: routing.threshold,
    table: file,
    ...(decision.kind === 'routed' ? { line: decision.line } : {}),
    groups: routing.contributions.map(({ group, score, matches }) => ({
      name: group.name,
      weight: group.weight,
      score: round(score),
      matches: matches.map(({ term, words }) => ({ term, words: words.join(' ') })),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
