import type { Layout } from '../discover.js';
import type { FileAccess } from '../file-access.js';

/** What a check may look at besides the document itself. */
export interface CheckContext {
  access: FileAccess;
  layout: Layout;
}
