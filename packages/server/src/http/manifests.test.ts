import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { read } from '../testing/repository.ts';
import { ManifestError, trustedOperations } from './manifests.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifests-'));
});
afterAll(() => rm(folder, { recursive: true }));

const manifestOf = (operation: object) =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [operation],
  });

const [ofSdk] = JSON.parse(read('packages/sdk/src/generated/manifest.json')).operations;

test.each([
  ['is missing', undefined, 'cannot be read'],
  ['is not JSON', '{', 'is not a manifest'],
  ['has another format', '{ "operations": [] }', 'is not a manifest'],
  ['has no texts', manifestOf({ id: 'mine' }), 'is not a manifest'],
  [
    'gives an id of the SDK to another text',
    manifestOf({ id: ofSdk.id, body: 'query Other { viewer { name } }' }),
    'to different operations',
  ],
])('a manifest that %s is refused with a reason', async (problem, content, reason) => {
  const path = join(folder, `${problem}.json`);
  if (content !== undefined) await writeFile(path, content);
  const reading = trustedOperations([path]);
  await expect(reading).rejects.toThrow(ManifestError);
  await expect(reading).rejects.toThrow(reason);
});
