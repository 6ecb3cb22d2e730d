import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDefinition } from '../definition/parse-definition.js';
import { UsageError } from '../errors.js';
import { resolveRepository } from '../install/find-root.js';
import { formatSchemaList } from '../reporters/schema-list.js';
import { reportSchemaDocument, type SchemaDocument } from '../schemas/document.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';

const ENDING = '.schema.json';
const AGENT = 'agents/backend-system-architect.md';

export interface SchemaOptions {
  /** The repository whose agent the report is for. */
  dir: string;
}

/** Prints a JSON Schema, or which there are. That of the report is the one of the agent that is installed here. */
export async function schema(
  environment: Environment,
  name: string | undefined,
  { dir }: SchemaOptions,
): Promise<ExitCode> {
  const { packageRoot, stdout } = environment;
  const folder = path.join(packageRoot, 'schemas');
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  const read = (known: string) => readFileSync(path.join(folder, `${known}${ENDING}`), 'utf8');
  if (name === undefined) {
    const titles = names.map((known) => ({ name: known, title: (JSON.parse(read(known)) as SchemaDocument).title }));
    stdout.write(formatSchemaList(titles));
    return EXIT.clean;
  }
  if (!names.includes(name)) {
    throw new UsageError(`There is no schema "${name}".`, `There are ${names.join(', ')}.`);
  }
  stdout.write(name === 'report' ? (installedReport(environment, dir) ?? read(name)) : read(name));
  return EXIT.clean;
}

function installedReport({ cwd }: Environment, dir: string): string | undefined {
  const file = path.join(resolveRepository(cwd, dir), '.claude', AGENT);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = parseDefinition(text);
  const format = parsed.kind === 'definition' ? parsed.definition.outputFormat : undefined;
  if (format?.kind === 'contract') return `${JSON.stringify(reportSchemaDocument(format.contract), null, 2)}\n`;
  throw new UsageError(
    `${file} has no Output Format that a report could be held to.`,
    'Run "validate" to see what is wrong with it.',
  );
}
