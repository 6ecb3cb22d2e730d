/** Where the hooks keep what they write, relative to the repository. */
export const CONTEXT = '.claude/context';

/**
 * Says to git which of it is one machine's own: the state of sessions, and handoffs, which are done with in a while.
 * Decisions are kept for everybody. It is made here, because npm leaves files of that name out of a package.
 */
export const CONTEXT_IGNORE = {
  path: `${CONTEXT}/.gitignore`,
  text: "# Sessions and handoffs are this machine's own; decisions under knowledge/ are for everybody.\n/session/\n/handoffs/\n*.lock\n*.lock.*\n*.tmp\n",
} as const;
