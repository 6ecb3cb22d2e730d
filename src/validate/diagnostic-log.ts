import type { Diagnostic } from './diagnostic.js';
import { Lines } from './excerpt.js';
import { type Finding, type Source, toDiagnostic } from './finding.js';
import type { Layout } from './layout.js';
import { severityOf } from './rules/catalogue.js';
import { SuppressedFiles } from './suppressed-files.js';
import type { Target } from './target.js';
import type { ValidateOptions } from './validate.js';

/** Takes findings in, drops what is turned off, and words the rest. */
export class DiagnosticLog {
  readonly #show: (file: string) => string;
  readonly #levelOf: ValidateOptions['levelOf'];
  readonly #suppressed = new SuppressedFiles();
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #open: { layout: Layout; agent: string; diagnostic: Diagnostic }[] = [];

  constructor(show: (file: string) => string, levelOf: ValidateOptions['levelOf']) {
    this.#show = show;
    this.#levelOf = levelOf;
  }

  /** Reads what the comments of a file turn off, before its findings come. */
  read(source: Source, target: Target): void {
    this.#suppressed.read(source, target);
  }

  /** `lines` are those of the target; a finding in another file brings its own. */
  report(found: Finding, target: Target, lines: Lines): void {
    const { ruleId, source, about, unlessAgent } = found;
    if (source) this.read(source, target);
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

  /** Everything that was found, once every file was checked and it is known which agents there are. */
  finish(isThere: (layout: Layout, agent: string) => boolean): Diagnostic[] {
    for (const { found, target, lines } of this.#suppressed.check()) this.report(found, target, lines);
    for (const { layout, agent, diagnostic } of this.#open) if (!isThere(layout, agent)) this.#keep(diagnostic);
    return [...this.#diagnostics.values()];
  }

  #keep(diagnostic: Diagnostic): void {
    const { location, ruleId, message } = diagnostic;
    // A script that several hooks start is checked for each of them.
    this.#diagnostics.set(JSON.stringify([location, ruleId, message]), diagnostic);
  }
}
