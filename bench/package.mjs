import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compare } from './measure.mjs';
import { makeScratch } from './scratch.mjs';

/** `npx` of the packed tarball into an empty cache: one package and nothing that it depends on. */
export function benchPackage({ root, rounds }) {
  const folder = makeScratch();
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const [{ filename }] = Object.values(JSON.parse(packed));
  const cache = path.join(folder, 'cache');
  const args = ['--yes', '--offline', '--cache', cache, `--package=${path.join(folder, filename)}`];
  const results = compare(
    [
      {
        name: 'npx, empty cache',
        command: 'npx',
        args: [...args, 'backend-system-architect', '--version'],
        cwd: folder,
        before: () => rmSync(cache, { recursive: true, force: true }),
      },
    ],
    Math.min(rounds, 5),
    1,
  );
  const packages = readdirSync(path.join(cache, '_npx'), { recursive: true }).filter((file) =>
    /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/.@]+$/.test(file),
  );
  if (packages.length !== 1) throw new Error(`npx fetched ${packages.join(', ')}`);
  return results;
}
