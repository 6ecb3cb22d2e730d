import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visible } from '../../../src/reporters/page/html.js';
import { formatPage } from '../../../src/reporters/page/page.js';
import { EXAMPLE } from '../../activity/example-context.js';
import { HOSTILE_TEXTS, hostileContext, LONG_TEXT } from '../../activity/hostile-context.js';
import { activityOf } from '../../activity/read-activity.js';
import { cli } from '../../support/cli.js';
import { makeRepository } from '../../support/repository.js';
import { Browser } from './browser.js';
import { DEAD_LINKS, FAINT_TEXTS, type Faint, GROUND, HIDDEN_TEXTS, OVERFLOW } from './page-scripts.js';
import { servePages } from './serve.js';

const pageOf = (files: Record<string, string>, repository: string) =>
  formatPage(activityOf(files), { repository, madeAt: new Date('2026-04-04T09:12:00.000Z'), version: '1.2.3' });

const ALL_HOSTILE = HOSTILE_TEXTS.join('\n');
/** The texts of a handoff only, of which there are few. */
function hostileHandoff(text: string) {
  return Object.fromEntries(Object.entries(hostileContext(text)).filter(([file]) => file.includes('handoffs')));
}

const PAGES = new Map([
  ['an example', pageOf(EXAMPLE, 'shop-backend')],
  ['hostile texts', pageOf(hostileContext(ALL_HOSTILE), ALL_HOSTILE)],
  ['long texts', pageOf(hostileContext(LONG_TEXT.slice(0, 3_000)), LONG_TEXT.slice(0, 300))],
  ['a text of 100 kB', pageOf(hostileHandoff(LONG_TEXT), 'shop-backend')],
  ['long words', pageOf(hostileContext(LONG_TEXT.slice(0, 400)), 'shop-backend')],
  ['no records', pageOf({}, 'shop-backend')],
]);
const NAMES = [...PAGES.keys()];

/** Without the policy that would have the browser refuse a script: what is left is the escaping. */
const withoutPolicy = (page: string) => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

HOSTILE_TEXTS.forEach((text, index) => {
  const page = pageOf(hostileContext(text), text);
  PAGES.set(`hostile-${index}`, page);
  PAGES.set(`hostile-${index}-without-policy`, withoutPolicy(page));
});
PAGES.set('hostile-all-without-policy', withoutPolicy(PAGES.get('hostile texts') ?? ''));
// Proof that a script which gets onto a page is noticed.
PAGES.set('hacked', `${withoutPolicy(PAGES.get('no records') ?? '')}<script>window.hacked = 1; alert(1)</script>`);

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  server = await servePages(PAGES);
  browser = await Browser.start();
});
afterAll(async () => {
  server?.stop();
  await browser?.stop();
});

const urlOf = (name: string) => `${server.address}/${encodeURIComponent(name)}`;

async function open(name: string) {
  await browser.readRequests();
  await browser.readConsole();
  await browser.open(urlOf(name));
}

describe('hostile texts', () => {
  const names = [...PAGES.keys()].filter((name) => name.startsWith('hostile'));

  test.each(names)('run no script, open no dialog and ask for nothing: %s', async (name) => {
    await open(name);
    expect(await browser.hasDialog()).toBe(false);
    expect(await browser.run('return window.hacked ?? null;')).toBeNull();
    expect(await browser.readRequests()).toEqual([urlOf(name)]);
    expect(await browser.readConsole()).toEqual([]);
    expect(await browser.run('return document.querySelectorAll("script, img, iframe, link, base, form").length;')).toBe(
      0,
    );
  });

  test('are there to be read', async () => {
    await open('hostile texts');
    expect(await browser.run('return document.querySelector("h1").textContent;')).toBe(visible(ALL_HOSTILE));
    expect(await browser.run('return document.title;')).toContain('<script>window.hacked = 1; alert(1)</script>');
  });

  test('would be noticed if they ran', async () => {
    await open('hacked');
    expect(await browser.hasDialog()).toBe(true);
    await browser.closeDialog();
    expect(await browser.run('return window.hacked;')).toBe(1);
  });
});

test('the page that the command writes opens from the disk, and each of its links leads somewhere', async () => {
  const repository = await makeRepository(EXAMPLE);
  const { stdout } = await cli(['report', '--html'], { cwd: repository });
  await browser.readConsole();
  await browser.open(pathToFileURL(stdout.trimEnd()).href);
  expect(await browser.run('return document.querySelector("h1").textContent;')).toBe('my project');
  expect(await browser.run(DEAD_LINKS)).toEqual([]);
  expect(await browser.readConsole()).toEqual([]);
});

describe.each(NAMES)('%s', (name) => {
  test.each([
    { width: 360, height: 740 },
    { width: 320, height: 640 },
    { width: 768, height: 1024 },
    { width: 1280, height: 900 },
  ])('fit a screen of $width pixels', async (viewport) => {
    await browser.setMedia('screen', 'light');
    await browser.resize(viewport);
    await open(name);
    expect(await browser.run(OVERFLOW)).toEqual({ excess: 0, over: [] });
  });

  test('can be read in light and in dark, which differ', async () => {
    await browser.resize({ width: 1280, height: 900 });
    const grounds: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      await browser.setMedia('screen', scheme);
      await open(name);
      expect(await browser.run<Faint[]>(FAINT_TEXTS)).toEqual([]);
      grounds.push(await browser.run<string>(GROUND));
    }
    expect(grounds).toEqual(['rgb(251, 250, 248)', 'rgb(21, 24, 26)']);
  });

  test('can be printed, on white whatever the screen shows, with all of their text', async () => {
    // Letter with wide margins.
    await browser.resize({ width: 624, height: 900 });
    await browser.setMedia('print', 'dark');
    await open(name);
    expect(await browser.run<string>(GROUND)).toBe('rgb(255, 255, 255)');
    expect(await browser.run<Faint[]>(FAINT_TEXTS)).toEqual([]);
    expect(await browser.run<string[]>(HIDDEN_TEXTS)).toEqual([]);
    expect(await browser.run(OVERFLOW)).toEqual({ excess: 0, over: [] });
    const pdf = await browser.print();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
  });
});
