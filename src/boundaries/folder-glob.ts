/**
 * Makes a test of globs that name a folder, `frontend/**`, or one at any depth, as in `**` before `/migrations/**`: what nearly all
 * of Boundaries says. It is told of plain names alone, and there says what picomatch does, which takes longer to load than a
 * write takes to judge; undefined for anything else.
 *
 * @param glob normalised, with forward slashes
 */
export function matchFolder(glob: string, ignoresCase: boolean): ((path: string) => boolean | undefined) | undefined {
  const isAnywhere = glob.startsWith('**/');
  const folder = glob.slice(isAnywhere ? 3 : 0, -3);
  if (!glob.endsWith('/**') || !isPlain(folder)) return undefined;
  const wanted = `/${ignoresCase ? folder.toLowerCase() : folder}/`;
  return (path) => {
    if (!isPlain(path)) return undefined;
    const given = `/${ignoresCase ? path.toLowerCase() : path}/`;
    return isAnywhere ? given.includes(wanted) : given.startsWith(wanted);
  };
}

/** Names with slashes between them, in ASCII, none of them empty or made of dots alone. */
function isPlain(path: string): boolean {
  return /^[\w-][\w .-]*(?:\/[\w-][\w .-]*)*$/.test(path);
}
