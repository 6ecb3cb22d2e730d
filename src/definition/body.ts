import { BodyText } from './body-text.js';
import type { Locator } from './location.js';
import { readWhole, type Section } from './markdown.js';
import type { DefinitionBody } from './model.js';
import { PARTS, type Part } from './sections.js';
import type { Slice } from './split.js';

/**
 * Reads the sections that an agent of this package has. Each part is read when it is first asked for: a hook needs few of
 * them, and pays only for those.
 */
export function parseBody(slice: Slice, lines: Locator): DefinitionBody {
  return recallBody({}, () => new BodyText(slice, lines));
}

/** As `parseBody`, where some parts are known: the body is found when another one is asked for, which is then known, too. */
export function recallBody(known: Record<string, unknown>, findBody: () => BodyText): DefinitionBody {
  return new LazyBody(known, findBody);
}

/** As `parseBody`, with every part read and a value of its own. */
export function parseWholeBody(slice: Slice, lines: Locator): DefinitionBody {
  const body = new BodyText(slice, lines);
  const parts = (Object.keys(PARTS) as Part[]).map((name) => [name, PARTS[name](body)]);
  return { sections: body.sections.map(readWhole), ...Object.fromEntries(parts) };
}

/** Getters that are written out take a fifth of the time that it takes to define them one by one. */
class LazyBody implements DefinitionBody {
  readonly #known: Record<string, unknown>;
  readonly #findBody: () => BodyText;
  #body: BodyText | undefined;

  constructor(known: Record<string, unknown>, findBody: () => BodyText) {
    this.#known = known;
    this.#findBody = findBody;
  }

  get sections(): Section[] {
    return this.#text.sections;
  }

  get preamble() {
    return this.#part('preamble');
  }

  get directive() {
    return this.#part('directive');
  }

  get keywords() {
    return this.#part('keywords');
  }

  get mcpTools() {
    return this.#part('mcpTools');
  }

  get objectives() {
    return this.#part('objectives');
  }

  get outputFormat() {
    return this.#part('outputFormat');
  }

  get enforcement() {
    return this.#part('enforcement');
  }

  get duties() {
    return this.#part('duties');
  }

  get refusals() {
    return this.#part('refusals');
  }

  get allowed() {
    return this.#part('allowed');
  }

  get forbidden() {
    return this.#part('forbidden');
  }

  get budgets() {
    return this.#part('budgets');
  }

  get patterns() {
    return this.#part('patterns');
  }

  get standards() {
    return this.#part('standards');
  }

  get exampleReport() {
    return this.#part('exampleReport');
  }

  get contextProtocol() {
    return this.#part('contextProtocol');
  }

  get receivesFrom() {
    return this.#part('receivesFrom');
  }

  get handsOffTo() {
    return this.#part('handsOffTo');
  }

  get skillReferences() {
    return this.#part('skillReferences');
  }

  get #text(): BodyText {
    this.#body ??= this.#findBody();
    return this.#body;
  }

  #part<Name extends Part>(name: Name): DefinitionBody[Name] {
    this.#known[name] ??= PARTS[name](this.#text);
    return this.#known[name] as DefinitionBody[Name];
  }
}
