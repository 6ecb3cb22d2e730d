import type { AgentNames, Twin } from './agent-names.js';
import type { Diagnostic } from './diagnostic.js';
import { Lines } from './excerpt.js';
import type { FileCheck } from './file-check.js';
import type { Finding } from './finding.js';
import type { Layout } from './layout.js';
import type { ValidateOptions } from './options.js';
import { catalogue, severityOf } from './rules/catalogue.js';
import { showFrom } from './show-from.js';
import { SuppressedFiles } from './suppressed-files.js';
import type { Target } from './target.js';
import { toDiagnostic } from './to-diagnostic.js';

/** Takes findings in, drops what is turned off, and words the rest. */
export class DiagnosticLog {
  readonly #show: (file: string) => string;
  readonly #levelOf: ValidateOptions['levelOf'];
  readonly #suppressed = new SuppressedFiles();
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #open: { layout: Layout; agent: string; diagnostic: Diagnostic }[] = [];

  constructor({ cwd, levelOf }: Pick<ValidateOptions, 'cwd' | 'levelOf'>) {
    this.#show = showFrom(cwd);
    this.#levelOf = levelOf;
  }

  /** Takes in what the check of a file has found, and says whether the client loads the file. */
  take({ target, sources, text, findings }: FileCheck): boolean {
    for (const source of [...sources, { file: target.file, text }]) this.#suppressed.read(source, target);
    const lines = new Lines(text);
    for (const found of findings) this.#report(found, target, lines);
    return !findings.some(({ ruleId }) => catalogue[ruleId].effect === 'not loaded');
  }

  takeTwin({ found, target, text }: Twin): void {
    this.#report(found, target, new Lines(text));
  }

  /** Everything that was found, once every file was checked and it is known which agents there are. */
  finish(agents: AgentNames): Diagnostic[] {
    for (const { found, target, lines } of this.#suppressed.check()) this.#report(found, target, lines);
    for (const { layout, agent, diagnostic } of this.#open) if (!agents.has(layout, agent)) this.#keep(diagnostic);
    return [...this.#diagnostics.values()];
  }

  /** `lines` are those of the target; a finding in another file brings its own. */
  #report(found: Finding, target: Target, lines: Lines): void {
    const { ruleId, source, about, unlessAgent } = found;
    if (source) this.#suppressed.read(source, target);
    const file = source?.file ?? target.file;
    if (this.#suppressed.covers(file, ruleId)) return;
    const display = this.#show(file);
    const level = this.#levelOf?.(ruleId, display) ?? severityOf(ruleId);
    if (level === 'off') return;
    const diagnostic = toDiagnostic(found, level, {
      display,
      about: about === undefined ? undefined : this.#show(about),
      lines: source ? new Lines(source.text) : lines,
    });
    if (unlessAgent === undefined) this.#keep(diagnostic);
    else this.#open.push({ layout: target.layout, agent: unlessAgent, diagnostic });
  }

  #keep(diagnostic: Diagnostic): void {
    const { location, ruleId, message } = diagnostic;
    // A script that several hooks start is checked for each of them.
    this.#diagnostics.set(JSON.stringify([location, ruleId, message]), diagnostic);
  }
}
