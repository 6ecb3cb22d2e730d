import type { ClientProfile } from '../../client/profile.js';
import type { FileAccess } from '../file-access.js';
import type { Layout } from '../layout.js';

/** What a check may look at besides the document itself. */
export interface CheckContext {
  access: FileAccess;
  layout: Layout;
  /** The client that the verdicts are about. */
  client: ClientProfile;
  /** Absolute path of the user's own `~/.claude`, and of the client's state beside it. */
  userFolder?: string | undefined;
  userState?: string | undefined;
}
