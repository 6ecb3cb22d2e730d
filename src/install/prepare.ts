import { inspectDisk } from './inspect.js';
import type { Manifest } from './manifest.js';
import type { Payload } from './payload.js';
import { type Plan, planInstall } from './plan.js';

/** Looks at what is there, and plans the way from what is recorded to `desired`; undefined means to uninstall. */
export async function preparePlan(
  repository: string,
  desired: Payload | undefined,
  recorded: Manifest | undefined,
  force: boolean,
): Promise<Plan> {
  const paths = [...(desired?.files ?? []), ...(recorded?.files ?? [])].map((file) => file.path);
  const disk = await inspectDisk(repository, [...new Set(paths)]);
  return planInstall({ ...(desired ? { desired } : {}), ...(recorded ? { recorded } : {}), disk, force });
}
