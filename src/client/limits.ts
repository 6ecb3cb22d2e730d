/** Largest agent file that the client (2.1.330) loads, in bytes; a larger one is left out without a message. */
export const MAX_AGENT_FILE_BYTES = 1_048_576;
