import { inspectDisk, readManifest } from './inspect.js';
import type { Payload } from './payload.js';
import { type Plan, planInstall } from './plan.js';

/** Reads what is recorded and what is there, and plans the way to `desired`; undefined means to uninstall. */
export async function preparePlan(
  repository: string,
  desired: Payload | undefined,
  force: boolean,
): Promise<{ plan: Plan; wasInstalled: boolean }> {
  const recorded = await readManifest(repository);
  const paths = [...(desired?.files ?? []), ...(recorded?.files ?? [])].map((file) => file.path);
  const disk = await inspectDisk(repository, [...new Set(paths)]);
  const plan = planInstall({ ...(desired ? { desired } : {}), ...(recorded ? { recorded } : {}), disk, force });
  return { plan, wasInstalled: recorded !== undefined };
}
