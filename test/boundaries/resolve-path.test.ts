import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { judgeReadings } from '../../src/boundaries/judge.js';
import { type Place, resolvePath } from '../../src/boundaries/resolve-path.js';
import { SHIPPED } from './boundaries.js';

/** A project with frontend/ and backend/app/api/, in a folder of its own. */
async function makeProject(): Promise<string> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'boundaries-')));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const project = path.join(parent, 'my project');
  await mkdir(path.join(project, 'frontend/src'), { recursive: true });
  await mkdir(path.join(project, 'backend/app/api'), { recursive: true });
  return project;
}

const at = (project: string): Place => ({ project, cwd: project });

function verdict(place: Place, toolPath: string): string {
  const resolved = resolvePath(place, toolPath);
  return resolved.kind === 'impossible' ? resolved.kind : judgeReadings(SHIPPED, resolved.readings).kind;
}

function readings(place: Place, toolPath: string): string[] {
  const resolved = resolvePath(place, toolPath);
  return resolved.kind === 'impossible' ? [resolved.reason] : resolved.readings.map((reading) => reading.path);
}

describe.skipIf(process.platform === 'win32')('resolvePath', () => {
  test('the plain reading of an absolute, a relative and a dotted path is the same', async () => {
    const project = await makeProject();
    for (const spelling of [
      path.join(project, 'backend/app/api/x.py'),
      'backend/app/api/x.py',
      './backend//app/./core/../api/x.py',
      '  backend/app/api/x.py',
    ]) {
      expect(readings(at(project), spelling)).toContain('backend/app/api/x.py');
    }
    const place = { project, cwd: path.join(project, 'backend/app') };
    expect(readings(place, 'api/x.py')).toEqual(['backend/app/api/x.py']);
    expect(verdict(place, '../../frontend/x.ts')).toBe('forbidden');
  });

  test.each([
    ['backend\\app\\..\\..\\frontend\\x.ts', 'forbidden'],
    ['backend/app/..\\../frontend\\x.ts', 'forbidden'],
    ['backend\\app/../../frontend/x.ts', 'forbidden'],
    ['backend/app/api\\..\\..\\..\\frontend/x.ts', 'forbidden'],
    ['..\\my project\\frontend\\x.ts', 'forbidden'],
    ['frontend./x.ts', 'forbidden'],
    ['frontend. . /x.ts', 'forbidden'],
    ['frontend::$INDEX_ALLOCATION/x.ts', 'forbidden'],
    ['backend/app/api/.. /.. \\.. /frontend/x.ts', 'forbidden'],
    ['backend/app/api/alembic:$DATA', 'forbidden'],
    ['backend/app/api/x.py', 'allowed'],
    ['backend/app/api/.env', 'allowed'],
    ['backend/app/api/...', 'allowed'],
    ['backend\\app\\api\\x.py', 'outside'],
    ['..\\x.py', 'outside'],
    ['C:\\work\\x.py', 'outside'],
    ['\\\\server\\share\\x.py', 'outside'],
  ])('%j, read for Windows too, is %s', async (spelling, expected) => {
    expect(verdict(at(await makeProject()), spelling)).toBe(expected);
  });

  test('a link to a forbidden folder is forbidden, and so is a link in it that leads to an allowed one', async () => {
    const project = await makeProject();
    await symlink('../../../frontend', path.join(project, 'backend/app/api/ui'));
    await symlink('../backend/app/api', path.join(project, 'frontend/api'));
    expect(verdict(at(project), 'backend/app/api/ui/src/App.tsx')).toBe('forbidden');
    expect(readings(at(project), 'backend/app/api/ui/new/App.tsx')).toEqual([
      'backend/app/api/ui/new/App.tsx',
      'frontend/new/App.tsx',
    ]);
    expect(verdict(at(project), 'frontend/api/x.py')).toBe('forbidden');
    expect(verdict(at(project), 'backend\\app\\api\\ui\\App.tsx')).toBe('forbidden');
  });

  test('a link to a file that does not exist yet, over two more links, is judged where the file would be', async () => {
    const project = await makeProject();
    await symlink('second.tsx', path.join(project, 'backend/app/api/first.tsx'));
    await symlink(path.join(project, 'backend/ui/New.tsx'), path.join(project, 'backend/app/api/second.tsx'));
    await symlink('../frontend/src', path.join(project, 'backend/ui'));
    expect(verdict(at(project), 'backend/app/api/first.tsx')).toBe('forbidden');
  });

  test('links in a circle, and a file where a folder should be, end with a verdict', async () => {
    const project = await makeProject();
    await symlink('b', path.join(project, 'backend/app/api/a'));
    await symlink('a', path.join(project, 'backend/app/api/b'));
    await writeFile(path.join(project, 'backend/app/api/file'), '');
    expect(verdict(at(project), 'backend/app/api/a/x.py')).toBe('allowed');
    expect(verdict(at(project), 'backend/app/api/file/x.py')).toBe('allowed');
  });

  test('a link out of the project leads outside', async () => {
    const project = await makeProject();
    await symlink(path.dirname(project), path.join(project, 'backend/app/api/up'));
    expect(verdict(at(project), 'backend/app/api/up/x.py')).toBe('outside');
    expect(verdict(at(project), 'backend/app/api/up/my project/frontend/x.py')).toBe('forbidden');
  });

  test('a project that is reached through a link is the same project', async () => {
    const project = await makeProject();
    const link = path.join(path.dirname(project), 'link');
    await symlink(project, link);
    for (const place of [at(link), at(project), { project: link, cwd: project }, { project, cwd: link }]) {
      for (const root of ['', `${link}/`, `${project}/`]) {
        expect(verdict(place, `${root}backend/app/api/x.py`)).toBe('allowed');
        expect(verdict(place, `${root}frontend/x.ts`)).toBe('forbidden');
      }
    }
  });

  test('a project whose own path has a backslash and a colon is judged like any other', async () => {
    const project = path.join(path.dirname(await makeProject()), 'a\\b: c.');
    await mkdir(project);
    expect(verdict(at(project), 'backend/app/api/x.py')).toBe('allowed');
    expect(verdict(at(project), `${project}/backend/app/api/x.py`)).toBe('allowed');
    expect(verdict(at(project), `${project}/frontend\\x.ts`)).toBe('forbidden');
  });

  test('for an agent in a worktree of the client the worktree stands for the project', async () => {
    const project = await makeProject();
    const worktree = path.join(project, '.claude/worktrees/agent-1');
    await mkdir(path.join(worktree, 'backend'), { recursive: true });
    const place = { project, cwd: path.join(worktree, 'backend') };
    expect(verdict(place, `${worktree}/backend/app/api/x.py`)).toBe('allowed');
    expect(verdict(place, 'app/api/x.py')).toBe('allowed');
    expect(verdict(place, `${worktree}/frontend/x.ts`)).toBe('forbidden');
    expect(verdict(place, `${project}/frontend/x.ts`)).toBe('forbidden');
    expect(verdict(place, `${project}/.claude/worktrees/agent-2/backend/app/api/x.py`)).toBe('outside');
    expect(verdict(at(project), `${worktree}/backend/app/api/x.py`)).toBe('outside');
  });

  test.each([
    ['a path elsewhere', '/etc/hosts', 'outside'],
    ['the folder above', '..', 'outside'],
    ['a neighbour with the same beginning', '../my project 2/backend/app/api/x.py', 'outside'],
    ['a name that begins with two dots', 'backend/app/api/..x.py', 'allowed'],
    ['the project itself', '.', 'outside'],
    ['an empty path', '', 'outside'],
    ['a NUL character', 'backend/app/api/x\0.py', 'impossible'],
    ['a path that is too long', `backend/app/api/${'x/'.repeat(20_000)}`, 'impossible'],
    ['a long path that comes out short', `${'x/../'.repeat(6_000)}frontend/x.ts`, 'forbidden'],
  ])('%s is no surprise', async (_, spelling, expected) => {
    expect(verdict(at(await makeProject()), spelling)).toBe(expected);
  });

  test('the longest paths are resolved', async () => {
    const project = await makeProject();
    for (const part of ['x/', 'x', '. ', ' ', '\\', 'x\\..\\']) {
      const path = `backend/app/api/${part.repeat(32_000 / part.length)}`;
      expect(resolvePath(at(project), path), JSON.stringify(part)).toBeDefined();
    }
    // What is not linear would take hours.
  }, 30_000);
});
