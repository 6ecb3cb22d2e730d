import { splitFrontmatter } from '../definition/split.js';
import { type Payload, type PayloadFile, sha256 } from '../install/payload.js';
import type { Answers } from './answers.js';
import { dropSkills } from './drop-skills.js';
import { hookCommand } from './hook-command.js';
import { isShippedPlace, moveBackend } from './move-backend.js';

/**
 * The payload as it is installed with these answers. A file that stays as it is comes back as the same object. What is
 * no file (hooks of the session, MCP servers) is left to the caller.
 */
export function adaptPayload(payload: Payload, answers: Answers): Payload {
  if (isAsShipped(answers)) return payload;
  return { ...payload, files: payload.files.flatMap((file) => adaptFile(file, answers)) };
}

function isAsShipped({ scope, backend, skills, hookStarter }: Answers): boolean {
  return scope === 'project' && isShippedPlace(backend) && skills === 'all' && hookStarter === 'sh';
}

function adaptFile(file: PayloadFile, answers: Answers): PayloadFile[] {
  const skill = /^\.claude\/skills\/([^/]+)\//.exec(file.path)?.[1];
  if (skill !== undefined && !keepsSkill(answers, skill)) return [];
  // The shared context is each project's own, whoever has the hooks.
  if (answers.scope === 'user' && file.path.startsWith('.claude/context/')) return [];
  const isAgent = file.path.startsWith('.claude/agents/');
  if (!file.path.endsWith('.md') || (!isAgent && isShippedPlace(answers.backend))) return [file];
  const text = file.content.toString('utf8');
  const adapted = isAgent
    ? moveHooks(moveBody(selectSkills(text, answers), answers), answers)
    : moveBody(text, answers);
  if (adapted === text) return [file];
  const content = Buffer.from(adapted);
  return [{ ...file, content, sha256: sha256(content) }];
}

function selectSkills(definition: string, answers: Answers): string {
  return answers.skills === 'all' ? definition : dropSkills(definition, (skill) => keepsSkill(answers, skill));
}

/** The frontmatter names no path of the backend, and a folder's name could break its YAML. */
function moveBody(text: string, { backend }: Answers): string {
  const split = splitFrontmatter(text);
  const at = split.kind === 'split' ? split.body.offset : 0;
  return text.slice(0, at) + moveBackend(text.slice(at), backend);
}

/** A hook as the shipped definition has it: a line of its own, with the script that it starts. */
const HOOK_LINE = /^( *)command: '"\$CLAUDE_PROJECT_DIR"\/\.claude\/hooks\/agent\/([\w-]+)\.sh'$/gm;

function moveHooks(definition: string, answers: Answers): string {
  const split = splitFrontmatter(definition);
  if (split.kind !== 'split') return definition;
  const at = split.body.offset;
  const frontmatter = definition.slice(0, at).replace(HOOK_LINE, (_, indent: string, name: string) => {
    const { command, args } = hookCommand(name, answers);
    const line = `${indent}command: ${args ? command : quote(command)}`;
    return args ? `${line}\n${indent}args: [${args.map(quote).join(', ')}]` : line;
  });
  return frontmatter + definition.slice(at);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function keepsSkill({ skills }: Answers, skill: string): boolean {
  return skills === 'all' || skills.includes(skill);
}
