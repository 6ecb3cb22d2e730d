import path from 'node:path';

/** Makes paths as the report has them: relative to a folder, with forward slashes. */
export function showFrom(cwd: string): (file: string) => string {
  return (file) => path.relative(cwd, file).split(path.sep).join('/') || path.basename(file);
}
