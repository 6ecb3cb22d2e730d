import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** How long a file has to have stayed as it is until the cache of compiled code trusts its stamp, and a little more. */
const SETTLED_MS = 2_100;

/** Waits until a file need not be read again to know that it has not changed: before, a program is started in another way. */
export async function settled(file: string): Promise<void> {
  const { ctimeMs } = await stat(file);
  await setTimeout(Math.max(0, ctimeMs + SETTLED_MS - Date.now()));
}
