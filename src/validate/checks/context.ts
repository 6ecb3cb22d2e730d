import type { ClientProfile } from '../../client/profile.js';
import type { FileAccess } from '../file-access.js';
import type { Source } from '../finding.js';
import type { Layout } from '../layout.js';

/** What a check may look at besides the document itself. */
export interface CheckContext {
  access: FileAccess;
  layout: Layout;
  /** Whether others get the file, too; settings.local.json is of one machine. */
  isShared: boolean;
  /** Hears of each further file that was read, such as the script of a hook. */
  onRead?(source: Source): void;
  /** The client that the verdicts are about. */
  client: ClientProfile;
  /** Absolute path of the user's own `~/.claude`, and of the client's state beside it. */
  userFolder?: string | undefined;
  userState?: string | undefined;
}

/** What is the same for every check of a run. */
export type RunContext = Pick<CheckContext, 'client' | 'userFolder' | 'userState'>;
