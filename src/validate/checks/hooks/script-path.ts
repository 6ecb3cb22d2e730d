import path from 'node:path';
import type { Layout } from '../../layout.js';

/** Where a hook's script lies: a file on this disk, or a place that only this machine has. */
export type ScriptPlace = { kind: 'file'; file: string } | { kind: 'outside' };

const PLACEHOLDER = /^\$(?:\{(\w+)\}|(\w+))[\\/](.*)$/s;
const HOME = /^(?:~|\$HOME|\$\{HOME\})[\\/]/;
const SYSTEM = /^\/(?:bin|sbin|usr|opt|nix)\//;
const DRIVE = /^[A-Za-z]:[\\/]/;

/** Resolves a script as the client does; undefined for one that is found by PATH or by a variable of the user's. */
export function resolveScript(script: string, layout: Layout): ScriptPlace | undefined {
  if (HOME.test(script) || DRIVE.test(script)) return layout.kind === 'user' ? undefined : { kind: 'outside' };
  if (path.posix.isAbsolute(script)) return SYSTEM.test(script) ? undefined : { kind: 'outside' };
  const match = PLACEHOLDER.exec(script);
  if (match) return resolveVariable(match[1] ?? match[2] ?? '', match[3] ?? '', layout);
  // A name without a folder is looked up in PATH.
  if (!/^\.{1,2}[\\/]|^\.claude[\\/]/.test(script) || layout.kind === 'user') return undefined;
  return inProject(script, layout);
}

function resolveVariable(variable: string, rest: string, layout: Layout): ScriptPlace | undefined {
  if (variable === 'CLAUDE_PLUGIN_ROOT' && layout.kind === 'plugin') {
    return { kind: 'file', file: path.resolve(layout.root, rest) };
  }
  if (variable !== 'CLAUDE_PROJECT_DIR') return undefined;
  // A plugin or an agent of the user's runs in projects that nobody knows here.
  return layout.kind === 'project' || layout.kind === 'package' ? inProject(rest, layout) : undefined;
}

function inProject(relative: string, layout: Layout): ScriptPlace {
  const inside = path.normalize(relative);
  const claude = `.claude${path.sep}`;
  const file =
    layout.kind === 'package' && inside.startsWith(claude)
      ? path.join(layout.root, inside.slice(claude.length))
      : path.join(layout.project, inside);
  return { kind: 'file', file };
}
