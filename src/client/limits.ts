/** Largest agent file that the client (2.1.330) loads, in bytes; a larger one is left out without a message. */
export const MAX_AGENT_FILE_BYTES = 1_048_576;

/** Largest SKILL.md that it loads, in bytes; a larger one is skipped with a line in the debug log. */
export const MAX_SKILL_FILE_BYTES = 1_000_000;

/** Different names under an agent's `skills` that it preloads; the others are skipped with a line in the debug log. */
export const MAX_PRELOADED_SKILLS = 32;

/** Characters of a skill's description that reach the list which the main session sees. */
export const MAX_LISTED_DESCRIPTION = 1536;
