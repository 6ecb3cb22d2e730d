import { REMOVED_TOOLS } from '../../../client/tools.js';
import type { Positions } from '../../../definition/location.js';
import { isObject } from '../../../is-object.js';
import { type Finding, finding } from '../../finding.js';
import type { CheckContext } from '../context.js';
import { describe } from '../describe.js';

/** Rules under `permissions` that the client skips, each alone: a denial among them denies nothing. */
export function checkPermissions(permissions: unknown, { locate }: Positions, { client }: CheckContext): Finding[] {
  if (!isObject(permissions)) return [];
  return ['allow', 'ask', 'deny'].flatMap((list) => {
    const rules = permissions[list];
    if (!Array.isArray(rules)) return [];
    return rules.flatMap((rule: unknown, index) => {
      const reason = findFault(rule, list, client.tools);
      const location = locate(['permissions', list, index]);
      return reason ? [finding('settings-permission', location, { list, rule: describe(rule), reason })] : [];
    });
  });
}

function findFault(rule: unknown, list: string, tools: ReadonlySet<string>): string | undefined {
  if (typeof rule !== 'string') return 'it is not a text';
  if (rule.trim() === '') return 'it is empty';
  const tool = rule.split('(', 1)[0]?.trim() ?? '';
  const pattern = rule.slice(tool.length).trim();
  if (pattern !== '' && !(pattern.startsWith('(') && pattern.endsWith(')'))) return 'its parentheses do not close it';
  if (pattern === '()') return 'its parentheses are empty';
  if (tool.startsWith('mcp__')) {
    if (pattern !== '') return 'rules of MCP tools take no pattern';
    return tool.slice('mcp__'.length) === '*' && list === 'allow' ? 'nothing allows all servers at once' : undefined;
  }
  if (tool === '*') return list === 'allow' ? 'nothing allows all tools at once' : undefined;
  if (!/^[A-Z]/.test(tool)) return 'names of tools begin with a capital';
  return list === 'deny' && !tools.has(tool) && !REMOVED_TOOLS.has(tool) ? 'the client has no such tool' : undefined;
}
