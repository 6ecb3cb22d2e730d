/** One name of a list of names. */
export interface NameEntry {
  name: string;
  /** Of the YAML node that holds it. */
  path: (string | number)[];
  /** Where it stands in the text of that node. */
  index: number;
}

/** The entries of a list of names, in either spelling. */
export function readNames(value: unknown, field: string): NameEntry[] {
  if (typeof value === 'string') return splitNames(value, [field]);
  if (!Array.isArray(value)) return [];
  const entries: NameEntry[] = [];
  for (const [index, entry] of value.entries()) {
    if (typeof entry === 'string') entries.push(...splitNames(entry, [field, index]));
  }
  return entries;
}

/** Commas and spaces separate names, save within parentheses: `Bash(git *), Read`. A rule may stand behind a space. */
function splitNames(value: string, path: NameEntry['path']): NameEntry[] {
  if (!/[\s,()]/.test(value)) return value === '' ? [] : [{ name: value, path, index: 0 }];
  return [...value.matchAll(/(?:[^ ,(]|\([^()]*\))+/g)].flatMap(({ 0: raw, index }) => {
    const name = raw.trim();
    return name === '' || /^\([^()]*\)$/.test(name) ? [] : [{ name, path, index }];
  });
}
