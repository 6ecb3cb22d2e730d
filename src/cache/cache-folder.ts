import path from 'node:path';

const NAME = 'backend-system-architect';

/**
 * Where the user's programs keep what they can make again: `XDG_CACHE_HOME` (XDG Base Directory 0.8), on macOS
 * `~/Library/Caches`, on Windows `LOCALAPPDATA`. Nothing where no home is known.
 */
export function findCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const { XDG_CACHE_HOME: moved, LOCALAPPDATA: local } = env;
  if (moved && path.isAbsolute(moved)) return path.join(moved, NAME);
  if (platform === 'win32' && local) return path.join(local, NAME, 'Cache');
  const home = env.HOME ?? env.USERPROFILE ?? process.getBuiltinModule('node:os').homedir();
  if (!path.isAbsolute(home)) return undefined;
  return platform === 'darwin' ? path.join(home, 'Library/Caches', NAME) : path.join(home, '.cache', NAME);
}
