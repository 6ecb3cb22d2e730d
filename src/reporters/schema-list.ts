/** A line for each schema: its name, and what it describes. */
export function formatSchemaList(schemas: readonly { name: string; title: string }[]): string {
  const width = Math.max(...schemas.map(({ name }) => name.length));
  return schemas.map(({ name, title }) => `${name.padEnd(width)}  ${title}\n`).join('');
}
