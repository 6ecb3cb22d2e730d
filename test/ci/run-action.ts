import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { runProcess } from '../support/cli.js';

const file = path.resolve(import.meta.dirname, '../../action.yml');

interface Step {
  name: string;
  id?: string;
  if?: string;
  shell?: string;
  env?: Record<string, string>;
  run?: string;
  uses?: string;
  with?: Record<string, string>;
}

export interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

export interface ActionRun {
  /** What the steps printed, in their order. */
  stdout: string;
  stderr: string;
  /** Of the first step that failed; 0 where none did. */
  exitCode: number | null;
  outputs: Record<string, string>;
  /** Steps that other actions carry out, with what they would be given. */
  used: { uses: string; with: Record<string, string> }[];
}

export async function readAction(): Promise<Action> {
  return parse(await readFile(file, 'utf8'));
}

/**
 * Runs the steps as the runner of GitHub does: each in bash with `-e -o pipefail` from a file, `${{ }}` filled in before, its
 * outputs read from the file that GITHUB_OUTPUT names. Actions of others are not run.
 */
export async function runAction(
  workspace: string,
  given: Record<string, string>,
  env: NodeJS.ProcessEnv,
): Promise<ActionRun> {
  const action = await readAction();
  const temporary = await mkdtemp(path.join(tmpdir(), 'runner '));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  const values = new Map(
    Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, given[name] ?? input.default]),
  );
  const result: ActionRun = { stdout: '', stderr: '', exitCode: 0, outputs: {}, used: [] };
  for (const [index, step] of action.runs.steps.entries()) {
    if (step.if !== undefined && !isTrue(step.if, values)) continue;
    if (step.uses) result.used.push({ uses: step.uses, with: fillAll(step.with, values) });
    if (step.run === undefined) continue;
    const script = path.join(temporary, `${index}.sh`);
    const output = path.join(temporary, `${index}.output`);
    await writeFile(script, fill(step.run, values));
    await writeFile(output, '');
    const { stdout, stderr, exitCode } = await runProcess(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
      {
        cwd: workspace,
        env: { ...env, ...fillAll(step.env, values), GITHUB_OUTPUT: output },
      },
    );
    result.stdout += stdout;
    result.stderr += stderr;
    for (const line of (await readFile(output, 'utf8')).split('\n').filter(Boolean)) {
      const [name = '', value = ''] = line.split(/=(.*)/s);
      values.set(`steps.${step.id}.outputs.${name}`, value);
    }
    if (exitCode !== 0) {
      result.exitCode = exitCode;
      break;
    }
  }
  result.outputs = fillAll(
    Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value])),
    values,
  );
  return result;
}

function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => values.get(name) ?? '');
}

function fillAll(
  texts: Record<string, string> | undefined,
  values: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, fill(text, values)]));
}

/** Comparisons of a value with a text, with `&&` between them; anything else is an error. */
function isTrue(expression: string, values: ReadonlyMap<string, string>): boolean {
  const [, inner = ''] = /^\$\{\{ (.*) \}\}$/.exec(expression) ?? [];
  return inner.split(' && ').every((part) => {
    const [, name, operator, text] = /^([\w.-]+) (==|!=) '(.*)'$/.exec(part) ?? [];
    if (name === undefined) throw new Error(`not understood: ${part}`);
    return ((values.get(name) ?? '') === text) === (operator === '==');
  });
}
