import fs from 'fs-extra';

/**
 * Writes a file by way of another one beside it, so that nobody ever sees half of it. The mode is subject to the umask
 * unless it is to be kept exactly.
 */
export async function replaceFile(
  file: string,
  content: string | Buffer,
  mode: number,
  { exactMode = false }: { exactMode?: boolean } = {},
): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await fs.writeFile(temporary, content, { mode, flag: 'wx' });
    if (exactMode) await fs.chmod(temporary, mode);
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.remove(temporary);
    throw error;
  }
}
