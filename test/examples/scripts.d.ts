// The runner is plain JavaScript: what its tests use of it.

interface Block {
  file: string;
  line: number;
  language: string;
  code: string[];
  above: string;
  closed: boolean;
  deep: boolean;
}

interface Unit {
  language: string;
  file: string;
  blocks: Block[];
  entry?: string;
  files?: { path: string; source: string; text: string }[];
}

interface RawProblem {
  message: string;
  details?: string;
  block?: number;
  path?: string;
  line?: number;
  frames?: [string, number][];
}

interface Problem {
  block: Block;
  file: string;
  line: number;
  message: string;
  details: string;
}

interface Outcome {
  passed: Block[];
  problems: Problem[];
}

interface Plan {
  found: Block[];
  run: Block[];
  noCode: Block[];
  skipped: { block: Block; reason: string }[];
  wrong: { block: Block; message: string }[];
  python: (Unit & { entry: string; files: { path: string; source: string; text: string }[] })[];
}

declare module '*/find/blocks.mjs' {
  export function readBlocks(file: string, markdown: string): Block[];
}

declare module '*/plan/classify.mjs' {
  export function classify(block: Block): { state: string; reason?: string; message?: string };
}

declare module '*/plan/plan.mjs' {
  export function plan(blocks: Block[], isChosen?: (file: string) => boolean): Plan;
}

declare module '*/run/map-failure.mjs' {
  export function mapProblem(raw: RawProblem, unit: Unit, folder?: string): Problem;
  export function mapText(text: string, unit: Unit, folder: string): string;
}

declare module '*/run/settle.mjs' {
  export function settle(unit: Unit, answer: { problems: RawProblem[]; ran: number[] }, folder?: string): Outcome;
}

declare module '*/run/json.mjs' {
  export function checkJson(block: Block): { message: string; line: number }[];
}

declare module '*/run/yaml.mjs' {
  export function checkYaml(block: Block): { message: string; line: number }[];
}

declare module '*/run/typescript.mjs' {
  export function readDiagnostics(output: string): RawProblem[];
}

declare module '*/run/service.mjs' {
  export function readEvents(text: string): {
    passed: number;
    problems: { message: string; details: string }[];
    skipped: string[];
    collected: number | undefined;
  };
}

declare module '*/report/report.mjs' {
  export function report(
    plan: Plan,
    outcomes: Outcome[],
    service: { passed: number; problems: { message: string; details: string }[]; skipped: string[] } | undefined,
    color: Record<'red' | 'green' | 'dim', (text: string) => string>,
  ): { text: string[]; passed: number; failed: number };
}

declare module '*/examples/arguments.mjs' {
  export function readArguments(args: string[]): {
    filters: string[];
    service: boolean;
    prepare: boolean;
    help: boolean;
  };
}
