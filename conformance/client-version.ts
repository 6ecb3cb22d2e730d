import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The version that a client gives of itself, such as `2.1.330`. */
export async function clientVersion(binary: string): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, ['--version']);
  const version = /^\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (!version) throw new Error(`${binary} --version printed ${JSON.stringify(stdout)}.`);
  return version;
}
