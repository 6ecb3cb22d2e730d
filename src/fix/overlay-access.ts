import { checkSize, type FileAccess } from '../validate/file-access.js';

/** What a file is to become. */
export interface FileState {
  content: Uint8Array;
  executable: boolean;
}

/** A file system in which some files, by their real paths, are what they are to become; links to them show that too. */
export function overlayAccess(access: FileAccess, states: ReadonlyMap<string, FileState>): FileAccess {
  const stateOf = (file: string) => (states.size > 0 ? states.get(access.realPath(file) ?? file) : undefined);
  // What is read past `read` is what the disk has.
  const { readInto: _, ...others } = access;
  return {
    ...others,
    read(file, limit) {
      const state = stateOf(file);
      if (!state) return access.read(file, limit);
      checkSize(file, state.content.length, limit);
      return state.content;
    },
    stat(file) {
      const stats = access.stat(file);
      const state = stats && stateOf(file);
      return stats && state ? { ...stats, executable: state.executable, size: state.content.length } : stats;
    },
  };
}
