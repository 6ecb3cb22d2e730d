import { createRequire } from 'node:module';

interface Ajv6 {
  addMetaSchema(schema: object): void;
  compile(schema: object): ((log: unknown) => boolean) & { errors?: { dataPath: string; message: string }[] | null };
  _opts: { defaultMeta?: string };
}

const require = createRequire(import.meta.url);
/** The schema is draft-04, which Ajv 8 no longer reads; the package of the schema brings an Ajv 6 that does. */
const requireBeside = createRequire(require.resolve('@microsoft/jest-sarif'));
const Ajv = requireBeside('ajv') as new (options: object) => Ajv6;
const draft04 = requireBeside('ajv/lib/refs/json-schema-draft-04.json') as { id: string };
const schema = requireBeside('./schemas/sarif-2.1.0-rtm.5.json') as object;

const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true, format: 'full' });
ajv.addMetaSchema(draft04);
ajv._opts.defaultMeta = draft04.id;
const check = ajv.compile(schema);

/** What the SARIF 2.1.0 schema says against a log: a path and a reason each, none for a valid one. */
export function sarifFaults(log: unknown): string[] {
  return check(log) ? [] : (check.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}
