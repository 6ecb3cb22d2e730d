import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { Variables } from './process-group.js';

/** The first file on a PATH that can be run under a name, as a shell finds it; undefined where there is none. */
export function findProgram(name: string, env: Variables, cwd: string): string | undefined {
  const folders = (readVariable(env, 'PATH') ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings =
    path.sep === '\\' ? ['', ...(readVariable(env, 'PATHEXT') ?? '.COM;.EXE;.BAT;.CMD').split(';')] : [''];
  return folders
    .flatMap((folder) => endings.map((ending) => path.resolve(cwd, folder, `${name}${ending}`)))
    .find(isProgram);
}

/** On Windows a variable's name counts in any letter case. */
function readVariable(env: Variables, name: string): string | undefined {
  if (path.sep !== '\\') return env[name];
  return env[Object.keys(env).find((key) => key.toUpperCase() === name) ?? name];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
