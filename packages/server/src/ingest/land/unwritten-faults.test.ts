import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reviewOf } from '../../review/review.testing.ts';
import { type Api, startApi } from '../../testing/api.ts';
import { exportText, linesOf } from '../../testing/exports.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { fileOf, importPath } from '../ingest.testing.ts';

/* A row is not refused for a fault in what an import does not write. */

let api: Api;
let review: ReturnType<typeof reviewOf>;
/** The lines of another ledger, by id. All but the last one of `ids` were imported. */
let lineOf: (id: string) => any;
let ids: Record<'faction' | 'claim' | 'source' | 'keyed' | 'named' | 'faulty' | 'new', string>;
beforeAll(async () => {
  const other = await startApi('ledger');
  const make = fixtures(other);
  const keyed = (value: string) => ({ externalIds: [{ system: 'bell', value }] });
  ids = {
    faction: await make.aFaction('The Millers', { kind: 'MILITIA' }),
    claim: await make.aClaim({ quantities: [{ measure: 'STRIKES', best: 3 }] }),
    source: await make.aSource('Someone', { kind: 'PERSON' }),
    keyed: await make.aFaction('The Bakers', keyed('1')),
    named: await make.aFaction('The Brewers', keyed('2')),
    faulty: await make.aFaction('The Smiths', { kind: 'MILITIA' }),
    new: '',
  };
  const text = await exportText(other, 'jsonl');
  ids.new = await make.aFaction('The Weavers');
  const lines = linesOf(await exportText(other, 'jsonl'));
  lineOf = (id) => structuredClone(lines.find((line) => line.id === id));
  await other.stop();
  api = await startApi('ledger');
  review = reviewOf(api);
  const { list } = await importPath(api, 'jsonl', fileOf(text, 'ledger.jsonl'));
  expect(list).toEqual([]);
});
afterAll(() => api.stop());

/** Imports lines. @returns the problems of those that are refused. */
async function importLines(...lines: object[]) {
  const file = fileOf(lines.map((line) => JSON.stringify(line)).join('\n'), 'ledger.jsonl');
  const { list } = await importPath(api, 'jsonl', file);
  return list.filter(({ refused }) => refused);
}

const factionOf = async (id: string) =>
  (
    await api.data('query ($id: ID!) { faction(id: $id) { kind collective names { text } } }', {
      id,
    })
  ).faction;

const holderOf = async (type: string, { system, value }: Record<string, string>) =>
  (
    await api.data(
      `query ($type: RecordType!, $externalId: ExternalIdInput!) {
        record(type: $type, externalId: $externalId) { id }
      }`,
      { type, externalId: { system, value } },
    )
  ).record?.id;

describe('a line with a fault', () => {
  test('that it would store is refused, in a record that exists and in a new one', async () => {
    for (const id of [ids.faulty, ids.new])
      expect(await importLines({ ...lineOf(id), kind: 'GHOSTS' })).toMatchObject([
        { kind: 'REFUSED', reason: expect.stringMatching(/not allowed/) },
      ]);
    expect(await factionOf(ids.faulty)).toMatchObject({ kind: 'MILITIA' });
  });

  test('in a field that a person decided changes the others', async () => {
    const id = ids.faction;
    await review.update('Faction', id, { kind: 'ALLIANCE' });
    const line = { ...lineOf(id), kind: 'GHOSTS', collective: true };
    expect(await importLines(line)).toEqual([]);
    expect(await factionOf(id)).toMatchObject({ kind: 'ALLIANCE', collective: true });
  });

  test('in a list that a person decided changes the others', async () => {
    const id = ids.claim;
    const quantities = [{ measure: 'STRIKES', best: 4 }];
    await review.update('Claim', id, { quantities });
    const line = { ...lineOf(id), statement: 'Other words.' };
    line.quantities[0].measure = 'WHISPERS';
    expect(await importLines(line)).toEqual([]);
    const read = 'query ($id: ID!) { claim(id: $id) { statement quantities { measure best } } }';
    const { claim } = await api.data(read, { id });
    expect(claim).toEqual({ statement: 'Other words.', quantities });
  });

  test('that withholds something changes no record that exists', async () => {
    const id = ids.source;
    const line = { ...lineOf(id), kind: 'GHOSTS', redacted: true };
    expect(await importLines(line)).toEqual([]);
    const { source } = await api.data('query ($id: ID!) { source(id: $id) { kind name } }', { id });
    expect(source).toEqual({ kind: 'PERSON', name: 'Someone' });
  });
});

describe('an external id', () => {
  test('that another line of the file gives up is not a repeated one', async () => {
    const [from, to] = [lineOf(ids.keyed), lineOf(ids.new)];
    const [externalId] = from.externalIds;
    to.externalIds = [{ ...externalId, id: to.names[0].id.slice('nam_'.length) }];
    expect(await importLines({ ...from, externalIds: [] }, to)).toEqual([]);
    expect(await holderOf('FACTION', externalId)).toBe(ids.new);
  });

  test('of a record of another type is not a repeated one', async () => {
    const [externalId] = lineOf(ids.named).externalIds;
    const line = lineOf(ids.source);
    line.externalIds = [{ ...externalId, id: line.names[0].id.slice('nam_'.length) }];
    expect(await importLines(line)).toEqual([]);
    expect(await holderOf('SOURCE', externalId)).toBe(ids.source);
  });
});
