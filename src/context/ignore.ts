import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the hooks keep what they write, relative to the repository. */
export const CONTEXT = '.claude/context';

/**
 * Says to git which of it is one machine's own: the state of sessions, handoffs, which are done with in a while, and the
 * page that `report` makes of them. Decisions are kept for everybody. It is made here, because npm leaves files of that
 * name out of a package.
 */
export const CONTEXT_IGNORE = {
  path: `${CONTEXT}/.gitignore`,
  text: "# Sessions, handoffs and the report are this machine's own; decisions under knowledge/ are for everybody.\n/session/\n/handoffs/\n/report.html\n*.lock\n*.lock.*\n*.tmp\n",
  sha256: '145e4e7c2d974fbea559ed47729a19bb975a3608141d5547d069d4723c52fe60',
} as const;

/**
 * Makes the context of a project into which nothing was installed: the agent may be the user's own, or a plugin's. A
 * folder that is there is left as it is.
 */
export function makeContextFolder(contextFolder: string): void {
  if (existsSync(contextFolder)) return;
  mkdirSync(contextFolder, { recursive: true });
  try {
    writeFileSync(path.join(contextFolder, path.basename(CONTEXT_IGNORE.path)), CONTEXT_IGNORE.text, { flag: 'wx' });
  } catch (error) {
    // The hooks of one stop start together.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
