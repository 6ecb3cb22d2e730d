/** Below `.claude`, with slashes, and with no part that is empty or leads up. */
export const RELATIVE_PATH = /^\.claude(?:\/(?!\.\.(?:\/|$))[^/\\]+)+$/;

export const SHA256 = /^[0-9a-f]{64}$/;
