import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, inject, test } from 'vitest';

const packed = path.join(inject('packed'), 'node_modules/backend-system-architect');

test('publint finds nothing in the packed package', async () => {
  const { messages, pkg } = await publint({ pkgDir: packed, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg as never))).toEqual([]);
});

test('the types are right for every way in which the package can be imported', async () => {
  const tarball = createPackageFromTarballData(new Uint8Array(await readFile(inject('tarball'))));
  const analysis = await checkPackage(tarball, { entrypoints: ['.'] });
  expect(analysis).toMatchObject({ packageName: 'backend-system-architect', problems: [] });
});

test('the tarball stays within 502,000 bytes: npx fetches it whole', async () => {
  expect((await stat(inject('tarball'))).size).toBeLessThanOrEqual(502_000);
});
