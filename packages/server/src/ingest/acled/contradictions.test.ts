import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { battle, claimOf, importRows } from './acled.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('a row of ACLED', () => {
  test.each([
    ['event_type', { event_type: 'Riots' }, 'TYPES_CONTRADICT'],
    ['disorder_type', { disorder_type: 'Demonstrations' }, 'TYPES_CONTRADICT'],
    ['civilian_targeting', { civilian_targeting: 'Civilian targeting' }, 'PARTIES_CONTRADICT'],
    ['inter2', { actor2: 'Civilians (Nowhere)' }, 'PARTIES_CONTRADICT'],
    ['interaction', { interaction: '17' }, 'PARTIES_CONTRADICT'],
    ['interaction', { interaction: 'Rebel group-Civilians' }, 'PARTIES_CONTRADICT'],
    ['year', { year: '2016' }, 'DATE_CONTRADICTS'],
    ['tags', { tags: 'crowd size=about 50' }, 'NOT_USED'],
  ])('lists what contradicts itself or is not used: %s in %j', async (column, cells, kind) => {
    const id = `CONTRADICTS-${JSON.stringify(cells)}`;
    await importRows(api, [{ ...battle, event_id_cnty: id, ...cells }]);
    const { importIssues } = await claimOf(api, id);
    const value = new Map(Object.entries({ ...battle, ...cells })).get(column);
    expect(importIssues).toEqual([{ kind, column, value }]);
  });

  test.each(['12', 'State forces-Rebel group', 'Rebel group-State forces'])(
    'agrees with the interaction %s',
    async (interaction) => {
      const id = `AGREES-${interaction}`;
      await importRows(api, [{ ...battle, event_id_cnty: id, interaction }]);
      expect((await claimOf(api, id)).importIssues).toEqual([]);
    },
  );

  test('gives an actor the kind that its code says, whichever row is first', async () => {
    const other = { ...battle, assoc_actor_1: 'Tide Force; Ebb Force' };
    const coded = (name: string) => ({ ...battle, actor2: name, assoc_actor_1: '' });
    await importRows(api, [
      { ...coded('Tide Force'), event_id_cnty: 'O1' },
      { ...other, event_id_cnty: 'O2' },
      { ...coded('Ebb Force'), event_id_cnty: 'O3' },
    ]);
    const { parties } = await claimOf(api, 'O2');
    const kinds = parties.map(({ faction }: any) => [faction.name, faction.kind]);
    expect(kinds).toContainEqual(['Tide Force', 'REBEL_GROUP']);
    expect(kinds).toContainEqual(['Ebb Force', 'REBEL_GROUP']);
  });
});
