import { UsageError } from '../errors.js';
import { readManifest } from '../install/inspect.js';
import { MANIFEST_PATH, type Manifest } from '../install/manifest.js';
import { readPayload } from '../install/payload.js';
import { adapt, type Prepared, preparePlan } from '../install/prepare.js';
import type { Environment } from '../streams.js';
import { baseOf, type Root } from '../transaction/root.js';
import { settleInterrupted } from './settle.js';

/** An installation as it was recorded, and what an upgrade to this package would do. */
export interface Installation extends Prepared {
  recorded: Manifest;
  /** The version of this package. */
  available: string;
}

/** @throws {UsageError} when nothing is installed */
export async function readInstallation(environment: Environment, root: Root): Promise<Installation> {
  await settleInterrupted(environment, root);
  const recorded = readManifest(root);
  if (!recorded) {
    throw new UsageError(
      `Nothing is installed in ${baseOf(root)}: there is no ${MANIFEST_PATH}.`,
      'Run "install" first, or name the repository into which the agent was installed.',
    );
  }
  const payload = readPayload(environment.packageRoot);
  const prepared = preparePlan(root, { desired: adapt(payload, recorded.answers), recorded, force: false });
  return { ...prepared, recorded, available: payload.version };
}
