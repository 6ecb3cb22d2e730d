import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What goes wrong: the process is killed before its n-th change of the disk, or there is no space left from then on. */
export interface Fault {
  kind: 'kill' | 'full';
  at: number;
}

/** Stands for the end of the process: nothing that comes after it changes anything. */
export class Killed extends Error {}

const TAKES_SPACE = ['openSync', 'writeSync', 'mkdirSync', 'linkSync', 'copyFileSync', 'writeFileSync'] as const;
const TAKES_NONE = ['renameSync', 'unlinkSync', 'rmdirSync', 'rmSync', 'chmodSync', 'fchmodSync', 'fsyncSync'] as const;

/** Runs synchronous work with a fault in it. Says whether the fault came. */
export function withFault<Result>(fault: Fault | undefined, work: () => Result): { result?: Result; error?: unknown } {
  if (!fault) return { result: work() };
  const originals = new Map<string, unknown>();
  let calls = 0;
  for (const name of [...TAKES_SPACE, ...TAKES_NONE]) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    originals.set(name, original);
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        if (name === 'openSync' && !/[wa]/.test(String(args[1] ?? 'r'))) return original(...args);
        calls += 1;
        if (calls >= fault.at) fail(fault, name, args[0]);
        return original(...args);
      },
    });
  }
  syncBuiltinESMExports();
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  } finally {
    for (const [name, original] of originals) Object.assign(fs, { [name]: original });
    syncBuiltinESMExports();
  }
}

function fail({ kind }: Fault, name: string, path: unknown): void {
  if (kind === 'kill') throw new Killed(`killed before ${name}`);
  if (!TAKES_SPACE.some((other) => other === name)) return;
  throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: 'ENOSPC', path });
}
