import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFormats } from '../ingest/formats.ts';
import { fileOf, importPath, withClient } from '../ingest/ingest.testing.ts';
import { healPlaces } from '../ingest/land/heal-places.ts';
import { prepareLanding } from '../ingest/land/land.ts';
import { shortWriter } from '../ingest/short-write.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf } from '../testing/imports.ts';
import { newKey } from '../values/ids.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
  make = fixtures(api);
});
afterAll(() => api.stop());

const importUnits = (release: string, ...rows: Record<string, string>[]) =>
  importPath(
    api,
    'gazetteer',
    fileOf(
      csvOf(
        [1, 2, 3].flatMap((n) => [`ADM${n}_PCODE`, `ADM${n}_EN`]),
        rows,
      ),
    ),
    { release, force: true },
  );
const unitId = (code: string) => review.idOf('LOCATION', 'ocha-pcode', code);
const parentOf = async (id: string) =>
  (await api.data('query ($id: ID!) { location(id: $id) { parent { id } } }', { id })).location
    .parent?.id ?? null;

describe('the area that a person put a place into', () => {
  const part = { ADM1_PCODE: 'AD41', ADM1_EN: 'Shire', ADM2_PCODE: 'AD4101', ADM2_EN: 'Part' };

  test('stays also when it was cleared, and gazetteers of other units are imported', async () => {
    await importUnits('1', part);
    const id = await unitId('AD4101');
    const imported = await parentOf(id);
    await review.update('Location', id, { parentId: null });
    await importUnits('1', { ADM1_PCODE: 'AD42', ADM1_EN: 'Other shire' });
    expect(await parentOf(id)).toBeNull();
    expect(await review.conflicts({ record: [id] })).toEqual([]);
    expect((await importUnits('2', part)).conflicts).toBe(1);
    expect(await parentOf(id)).toBeNull();
    expect(await review.conflicts({ record: [id] })).toMatchObject([
      { field: 'parent', value: null, fileValue: imported },
    ]);
    await review.resolveAll({ record: [id] }, 'TAKE');
    expect(await parentOf(id)).toBe(imported);
  });

  test('stays when the area of its row is imported later, which is listed', async () => {
    await importUnits('1', { ADM2_PCODE: 'AD4301', ADM2_EN: 'Waiting', ADM1_PCODE: 'AD43' });
    const id = await unitId('AD4301');
    const region = await make.aLocation('Our region', { kind: 'INFORMAL_REGION' });
    await review.update('Location', id, { parentId: region });
    expect((await importUnits('2', { ADM1_PCODE: 'AD43', ADM1_EN: 'Late shire' })).conflicts).toBe(
      1,
    );
    expect(await parentOf(id)).toBe(region);
    expect(await review.conflicts({ record: [id] })).toMatchObject([
      { field: 'parent', value: region, fileValue: await unitId('AD43') },
    ]);
  });
});

describe('a gazetteer that is imported later', () => {
  const settings = {
    dataset: { name: 'Lock Desk' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    place: { country: 'country', admin1: 'gov', name: 'town' },
  };
  const importEvent = (ref: string, town: string) =>
    importPath(
      api,
      'csv',
      fileOf(`ref,account,country,gov,town\n${ref},Gates shut.,Andorra,Lockshire,${town}`),
      { settings },
    );
  const placeOf = async (ref: string): Promise<{ claim: string; place: string }> => {
    const claim = await review.idOf('CLAIM', 'table:lock desk', ref);
    const query = 'query ($id: ID!) { claim(id: $id) { places { location { id } } } }';
    const { places } = (await api.data(query, { id: claim })).claim;
    return { claim, place: places[0].location.id };
  };
  const columns = ['pcode', 'name_en', 'name_ar', 'latitude', 'longitude'].concat(
    [1, 2, 3].flatMap((n) => [`adm${n}_pcode`, `adm${n}_en`]),
  );
  const fileOfTowns = (names: readonly string[], prefix = 'C44') =>
    fileOf(
      csvOf(
        columns,
        names.map((name_en, i) => ({
          pcode: `${prefix}${i}0`,
          name_en,
          latitude: '42',
          longitude: `1.${i}`,
          adm1_pcode: 'AD44',
          adm1_en: 'Lockshire',
        })),
      ),
    );
  const importTowns = (...names: string[]) => importPath(api, 'gazetteer', fileOfTowns(names));

  test('replaces no place where a person refers to it', async () => {
    const towns = ['Lockton', 'Sluiceby', 'Weirford', 'Damstead', 'Canalwick'];
    const [healed, inClaim, inPlace, inSource, inReport] = await Promise.all(
      towns.map((_, i) => `L${i}`),
    );
    for (const [i, town] of towns.entries()) await importEvent(`L${i}`, town);
    const before = new Map<string, string>();
    for (const ref of [healed, inClaim, inPlace, inSource, inReport])
      before.set(ref!, (await placeOf(ref!)).place);
    const { claim } = await placeOf(inClaim!);
    await review.update('Claim', claim, {
      places: [{ locationId: before.get(inClaim!), asWritten: 'at the sluice' }],
    });
    const mill = await make.aLocation('The mill', { parentId: before.get(inPlace!) });
    await make.aSource('A miller', { basedInId: before.get(inSource!) });
    await make.aReport({ datelineId: before.get(inReport!) });

    await importTowns(...towns);
    expect((await placeOf(healed!)).place).not.toBe(before.get(healed!));
    for (const ref of [inClaim, inPlace, inSource, inReport])
      expect((await placeOf(ref!)).place).toBe(before.get(ref!));
    expect(await parentOf(mill)).toBe(before.get(inPlace!));
  });

  test('finds places while others write, and leaves those that they touch meanwhile', async () => {
    const towns = ['Ferryham', 'Bargewell'];
    for (const [i, town] of towns.entries()) await importEvent(`M${i}`, town);
    const [free, touched] = [await placeOf('M0'), await placeOf('M1')];
    const stop = () => {
      throw new Error('stopped');
    };
    const file = fileOfTowns(towns, 'C45');
    await expect(importPath(api, 'gazetteer', file, { onProgress: stop })).rejects.toThrow('stop');
    expect((await placeOf('M0')).place).toBe(free.place);
    let isTouched = false;
    await withClient(api, async (client) => {
      const format = importFormats.find(({ name }) => name === 'gazetteer')!;
      const options = { release: '', runId: newKey(), by: 'local', force: false };
      await prepareLanding(client, format, options);
      const shortWrite = shortWriter(client, {
        by: 'local',
        action: 'import gazetteer',
        dryRun: false,
      });
      await healPlaces(
        client,
        async (work) => {
          if (!isTouched)
            await review.update('Claim', touched.claim, {
              places: [{ locationId: touched.place, asWritten: 'off the quay' }],
            });
          isTouched = true;
          await shortWrite(work);
        },
        false,
      );
    });
    expect(isTouched).toBe(true);
    expect((await placeOf('M0')).place).not.toBe(free.place);
    expect((await placeOf('M1')).place).toBe(touched.place);
  });
});
