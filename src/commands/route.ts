import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';
import { readInstalledDefinition } from '../hooks/installed-definition.js';
import { findRoot, type PlaceOptions } from '../install/find-root.js';
import { formatRouteJson, formatRouteText } from '../reporters/route.js';
import { readRoutingTable } from '../routing/read-table.js';
import { decideRoute } from '../routing/route-prompt.js';
import { type Environment, EXIT, type ExitCode } from '../streams.js';
import { toAbsolute } from '../transaction/root.js';

export interface RouteOptions extends PlaceOptions {
  format: 'text' | 'json';
  explain?: true;
  dir?: string;
}

const AGENT = 'backend-system-architect';

/**
 * Says whether the prompt router would point out the agent, by the definition and the table that are installed, or by ours
 * where none are. Exit 1 when it would not.
 */
export async function route(environment: Environment, text: string, options: RouteOptions): Promise<ExitCode> {
  const { stdin, stdout, packageRoot } = environment;
  const prompt = text === '-' ? await readAll(stdin) : text;
  const installed = toAbsolute(findRoot(environment, options.dir, options), '.claude/agents');
  const agentsFolder = existsSync(path.join(installed, `${AGENT}.md`)) ? installed : path.join(packageRoot, 'agents');
  const definition = readInstalledDefinition(agentsFolder, AGENT);
  if (!definition) throw new UsageError(`${agentsFolder} has no agent ${AGENT}.`, 'Run "install" to bring it back.');
  const { file, table, fault } = readRoutingTable(agentsFolder, AGENT);
  if (fault !== undefined)
    throw new UsageError(`${file}: ${fault}.`, 'Mend it, or remove it and run "install --force".');
  const decision = decideRoute({
    prompt,
    agent: AGENT,
    agents: readdirSync(agentsFolder).map((name) => path.basename(name, '.md')),
    table,
    keywords: definition.keywords.map(({ value }) => value),
  });
  const explain = options.explain === true;
  stdout.write(
    options.format === 'json' ? formatRouteJson(decision, file) : formatRouteText(decision, { file, explain }),
  );
  return decision.kind === 'routed' ? EXIT.clean : EXIT.findings;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
