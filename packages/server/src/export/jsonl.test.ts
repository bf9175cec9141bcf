import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordedEntities } from '../domains.ts';
import { ImportMatch, ImportRow } from '../records/import.entity.ts';
import { type Api, startApi } from '../testing/api.ts';
import { writeDataset } from '../testing/differential/dataset.ts';
import { exportText, linesOf } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { type LineParts, lineDeclarations } from './line-declarations.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
  await writeDataset(api);
}, 60_000);
afterAll(() => api.stop());

const idsIn = (value: any): string[] => {
  if (typeof value === 'string')
    return /^(rpt|src|fac|loc|clm|rel|aff|lnk|qty|nam)_[0-9a-f-]{36}$/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : [];
};

describe('jsonl', () => {
  test('writes every recorded table, and what imports store about records, exactly once', () => {
    const within = (parts: LineParts): Function[] =>
      Object.values(parts).flatMap(({ of, parts: inner = {} }) => [of, ...within(inner)]);
    const declared = lineDeclarations.flatMap(({ of, parts }) => [of, ...within(parts)]);
    const names = (classes: readonly Function[]) =>
      [...new Set(classes.map(({ name }) => name))].sort();
    expect(names(declared)).toEqual(names([...recordedEntities, ImportRow, ImportMatch]));
  });

  test('writes every row of every table, withdrawn records and relations too', async () => {
    const all = linesOf(await exportText(api, 'jsonl'));
    const count = (key: string) => all.flatMap((line) => line[key] ?? []).length;
    const rows = async (table: string) =>
      (await api.database.query(`select count(*)::int as n from ${table}`))[0].n;
    const counted: Record<string, number> = {
      ...Object.fromEntries(
        [
          'Source',
          'Faction',
          'Location',
          'LocationOverlap',
          'Report',
          'Claim',
          'FactionRelation',
          'Affiliation',
          'ClaimLink',
        ].map((type) => [
          type.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
          all.filter((line) => line.type === type).length,
        ]),
      ),
      name: count('names'),
      rating: count('ratings'),
      external_id: count('externalIds'),
      report_author: count('authorIds'),
      location_also_in: count('alsoInIds'),
      attribution: count('attributions'),
      citation: count('citations'),
      claim_place: count('places'),
      claim_party: count('parties'),
      quantity: count('quantities'),
      assessment: count('assessments'),
      speaker: all.flatMap((line) => (line.attributions ?? []).flatMap(({ chain }: any) => chain))
        .length,
    };
    for (const [table, found] of Object.entries(counted))
      expect([table, found]).toEqual([table, await rows(table)]);
    expect(counted.claim_link).toBeGreaterThan(10);
    expect(all.filter(({ withdrawn }) => withdrawn).length).toBeGreaterThan(3);
    expect(await rows('relation_claim')).toBe(
      all.filter(({ type }) => type === 'FactionRelation').flatMap(({ claimIds }) => claimIds)
        .length,
    );
  });

  test('gives the same bytes each time', async () => {
    const sum = async () =>
      createHash('sha256')
        .update(await exportText(api, 'jsonl'))
        .digest('hex');
    expect(await sum()).toBe(await sum());
  });

  test('refers only to earlier lines, except for the sources of names', async () => {
    const seen = new Set<string>();
    for (const line of linesOf(await exportText(api, 'jsonl'))) {
      const { names, quantities, ...rest } = line;
      const named = idsIn(rest).filter((id) => id !== line.id);
      for (const id of named) expect([line.type, id, seen.has(id)]).toEqual([line.type, id, true]);
      seen.add(line.id);
    }
  });

  test('leaves out nulls and derived values', async () => {
    const make = fixtures(api);
    const sourceId = await make.aSource('Bare');
    const line = linesOf(await exportText(api, 'jsonl')).find(({ id }) => id === sourceId);
    const names = [{ id: expect.stringMatching(/^nam_/), text: 'Bare', kind: 'PRIMARY' }];
    expect(line).toEqual({
      type: 'Source',
      id: sourceId,
      kind: 'PERSON',
      reliability: 'F',
      protection: 'PUBLIC',
      names,
    });
  });
});

describe('jsonl of a filter', () => {
  test('holds the claims found and everything that they refer to', async () => {
    for (const filter of [
      { kind: ['LOOTING'] },
      { modality: ['DENIED', 'FEARED', 'ALLEGED'] },
      {},
    ]) {
      const found = linesOf(await exportText(api, 'jsonl', filter));
      const ids = new Set(
        found.flatMap((line) => [
          line.id,
          ...(line.names ?? []).map(({ id }: any) => id),
          ...(line.quantities ?? []).map(({ id }: any) => id),
        ]),
      );
      for (const line of found)
        expect([line.type, idsIn(line).filter((id) => !ids.has(id))]).toEqual([line.type, []]);
      const { claims } = await api.data(
        'query ($filter: ClaimFilter) { claims(first: 100, filter: $filter) { totalCount ' +
          'nodes { id } } }',
        { filter },
      );
      const claimIds = found.filter(({ type }) => type === 'Claim').map(({ id }) => id);
      expect(claimIds).toHaveLength(claims.totalCount);
      expect(claimIds).toEqual(expect.arrayContaining(claims.nodes.map(({ id }: any) => id)));
    }
  });

  test('holds no unrelated record, and no relation that cites other claims', async () => {
    const make = fixtures(api);
    const [a, b] = [await make.aClaim(), await make.aClaim()];
    const [from, to] = [await make.aFaction(), await make.aFaction()];
    const relate = (claimIds: string[]) =>
      api.data(
        'mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation ' +
          '{ id } } }',
        {
          input: { fromId: from, toId: to, kind: 'ALLIED_WITH', claimIds },
        },
      );
    await api.data(
      'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
      {
        input: { fromId: a, toId: b, kind: 'REFINES', rationale: 'It does.' },
      },
    );
    const types = async (ids: string[]) =>
      linesOf(await exportText(api, 'jsonl', { id: ids })).map(({ type }) => type);
    await relate([a]);
    expect(await types([a])).toEqual([
      'Source',
      'Faction',
      'Faction',
      'Report',
      'Claim',
      'FactionRelation',
    ]);
    await relate([b]);
    expect(await types([a])).toEqual(['Source', 'Report', 'Claim']);
    expect(await types([a, b])).toEqual([
      'Source',
      'Source',
      'Faction',
      'Faction',
      'Report',
      'Report',
      'Claim',
      'Claim',
      'FactionRelation',
      'ClaimLink',
    ]);
  });

  test('leaves out withdrawn claims, and by kind also fears, as the query does', async () => {
    const make = fixtures(api);
    const id = await make.aClaim({ kind: 'SIEGE', modality: 'FEARED' });
    const found = async (filter: object) =>
      linesOf(await exportText(api, 'jsonl', filter)).some((line) => line.id === id);
    expect(await found({ id: [id] })).toBe(true);
    expect(await found({ id: [id], kind: ['SIEGE'] })).toBe(false);
    await api.data(
      'mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "Wrong.") ' +
        '{ claim { id } } }',
      { id },
    );
    expect(await found({ id: [id] })).toBe(false);
    expect(linesOf(await exportText(api, 'jsonl')).find((line) => line.id === id)).toMatchObject({
      withdrawn: { rationale: 'Wrong.', by: 'local' },
    });
  });
});
