import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { writeDataset } from '../../testing/differential/dataset.ts';
import { exportText, linesOf } from '../../testing/exports.ts';
import { bring as bringAny, state } from '../../testing/imports.ts';
import type { ImportOptions } from '../run.ts';
import { jsonl } from './jsonl.ts';

const apis: Api[] = [];
let full: Api;
let mixed: Api | undefined;
let text: string;

const ledger = async (template: 'sample' | 'ledger'): Promise<Api> => {
  const api = await startApi(template);
  apis.push(api);
  return api;
};

beforeAll(async () => {
  full = await ledger('sample');
  await writeDataset(full);
  text = await exportText(full, 'jsonl');
}, 60_000);
afterAll(async () => {
  for (const api of apis) await api.stop();
});

const bring = (api: Api, content: string | Buffer, options: ImportOptions = {}) =>
  bringAny(api, jsonl, content, { ...options, file: 'ledger.jsonl' });

describe('an export brought into an empty ledger', () => {
  test('gives the same export, byte for byte: of every kind of thing there is', async () => {
    const empty = await ledger('ledger');
    const { counts, problems } = await bring(empty, text);
    expect(problems).toEqual([]);
    expect(counts.rowsRead).toBe(linesOf(text).length);
    expect(counts.rowsImported).toBe(counts.rowsRead);
    const ofType = (type: string) => linesOf(text).filter((line) => line.type === type).length;
    expect(counts.created).toEqual({
      reports: ofType('Report'),
      sources: ofType('Source'),
      factions: ofType('Faction'),
      locations: ofType('Location'),
      claims: ofType('Claim'),
    });
    expect(await exportText(empty, 'jsonl')).toBe(text);
    // What the database keeps for lists and counts is there too.
    const asked = `{ claims(first: 100) { totalCount nodes { id restsOnWithdrawn } } claimStats(by: [KIND, MONTH]) { total buckets { count month kind } }
      factions(first: 100) { nodes { id name claims { totalCount } } } locations(first: 100) { nodes { id label ancestors { id } claims { totalCount } } } }`;
    expect(await empty.data(asked)).toEqual(await full.data(asked));
  });

  test('again changes nothing', async () => {
    const before = await state(full);
    const { counts } = await bring(full, text);
    const none = { reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 };
    expect([counts.created, counts.changed]).toEqual([none, none]);
    expect(counts.unchanged.claims).toBe(
      linesOf(text).filter(({ type }) => type === 'Claim').length,
    );
    expect(await state(full)).toEqual(before);
  });

  test('of a filter gives the same export of that filter', async () => {
    const filter = { kind: ['LOOTING', 'DISPLACEMENT'] };
    const some = await exportText(full, 'jsonl', filter);
    const empty = await ledger('ledger');
    expect((await bring(empty, some)).problems).toEqual([]);
    expect(await exportText(empty, 'jsonl')).toBe(some);
  });

  test('dry changes nothing', async () => {
    const empty = await ledger('ledger');
    const { counts } = await bring(empty, text, { dryRun: true });
    expect(counts.created.claims).toBeGreaterThan(25);
    expect(await exportText(empty, 'jsonl')).toBe('');
    expect(await empty.database.query('select from write_log')).toEqual([]);
  });
});

describe('a line', () => {
  const line = (type: string) => linesOf(text).find((each) => each.type === type);

  test('changes what is there, and the former values stay in the history', async () => {
    const api = await ledger('sample');
    const claim = linesOf(await exportText(api, 'jsonl')).find(
      (each) => each.type === 'Claim' && each.places?.length > 0,
    );
    const { counts } = await bring(
      api,
      JSON.stringify({ ...claim, statement: 'Put otherwise.', places: [] }),
    );
    expect([counts.changed.claims, counts.created.claims]).toEqual([1, 0]);
    const { node } = await api.data(
      'query ($id: ID!) { node(id: $id) { ... on Claim { statement places { role } version history { nodes { action diff { path before after } } } } } }',
      { id: claim.id },
    );
    expect(node).toMatchObject({ statement: 'Put otherwise.', places: [], version: 2 });
    expect(node.history.nodes[0]).toMatchObject({ action: 'import jsonl' });
    expect(node.history.nodes[0].diff).toContainEqual({
      path: ['statement'],
      before: claim.statement,
      after: 'Put otherwise.',
    });
  });

  test('may name, as who says a name, a source that comes later', async () => {
    const empty = await ledger('ledger');
    const location = { ...line('Location'), parentId: undefined, alsoInIds: undefined };
    const source = {
      type: 'Source',
      id: 'src_01900000-0000-7000-8000-000000000001',
      kind: 'OUTLET',
      reliability: 'F',
      protection: 'PUBLIC',
    };
    const name = {
      id: 'nam_01900000-0000-7000-8000-000000000002',
      text: 'There',
      kind: 'PRIMARY',
      sourceId: source.id,
    };
    const named = {
      ...source,
      names: [
        { id: 'nam_01900000-0000-7000-8000-000000000003', text: 'Who says so', kind: 'PRIMARY' },
      ],
    };
    // More lines between the two than a batch has.
    const many = Array.from({ length: 2_100 }, (_, i) => {
      const tail = String(i).padStart(12, '0');
      const names = [{ id: `nam_01900000-0000-7000-9000-${tail}`, text: `F${i}`, kind: 'PRIMARY' }];
      return {
        type: 'Faction',
        id: `fac_01900000-0000-7000-9000-${tail}`,
        kind: 'MILITIA',
        collective: false,
        names,
      };
    });
    const content = [{ ...location, names: [name] }, ...many, named]
      .map((each) => JSON.stringify(each))
      .join('\n');
    expect((await bring(empty, content)).problems).toEqual([]);
    const read = async () =>
      (
        await empty.data(
          'query ($id: ID!) { location(id: $id) { names { text source { name } } } }',
          { id: location.id },
        )
      ).location;
    expect(await read()).toEqual({ names: [{ text: 'There', source: { name: 'Who says so' } }] });
    const before = await state(empty);
    expect((await bring(empty, content)).counts.changed.locations).toBe(0);
    expect(await state(empty)).toEqual(before);
  });

  test.each([
    ['that is no JSON', () => '{"type":', 'NO_JSON', null],
    ['that is a list', () => '[]', 'NO_JSON', null],
    ['of an unknown type', () => ({ ...line('Source'), type: 'Person' }), 'UNKNOWN_TYPE', 'type'],
    ['with an unknown key', () => ({ ...line('Source'), colour: 'red' }), 'UNKNOWN_KEY', 'colour'],
    [
      'with an unknown key within',
      () => ({ ...line('Source'), names: [{ ...line('Source').names[0], x: 1 }] }),
      'UNKNOWN_KEY',
      'names.0.x',
    ],
    [
      'without what must be there',
      () => ({ ...line('Claim'), statement: undefined }),
      'MISSING',
      'statement',
    ],
    ['without a name', () => ({ ...line('Faction'), names: [] }), 'MISSING', 'names'],
    ['with a number for a text', () => ({ ...line('Report'), title: 7 }), 'WRONG_TYPE', 'title'],
    [
      'with a text for a number',
      () => ({ ...line('Location'), point: { lat: '1', lon: 2 } }),
      'WRONG_TYPE',
      'point.lat',
    ],
    ['with NUL', () => ({ ...line('Report'), title: 'a\0b' }), 'WRONG_TYPE', 'title'],
    [
      'with half a character',
      () => ({ ...line('Report'), title: 'a\ud800b' }),
      'WRONG_TYPE',
      'title',
    ],
    [
      'with another type’s id',
      () => ({ ...line('Claim'), reportId: line('Claim').id }),
      'WRONG_ID',
      'reportId',
    ],
    [
      'with a day that is none',
      () => ({ ...line('Report'), published: { ...date, earliest: 'today' } }),
      'WRONG_TYPE',
      'published.earliest',
    ],
    [
      'with a date that EDTF does not know',
      () => ({ ...line('Report'), published: { ...date, edtf: 'lately' } }),
      'WRONG_VALUE',
      'published.edtf',
    ],
    [
      'with an address that is none',
      () => ({ ...line('Report'), url: 'javascript:alert(1)' }),
      'WRONG_VALUE',
      'url',
    ],
    [
      'with a language that is none',
      () => ({ ...line('Claim'), language: '?' }),
      'WRONG_VALUE',
      'language',
    ],
    [
      'with an outline that is none',
      () => ({ ...line('Location'), geometry: { type: 'Point', coordinates: [200, 1] } }),
      'WRONG_VALUE',
      'geometry',
    ],
  ] as [string, () => unknown, string, string | null][])(
    '%s is refused, with its number, its key and why; the others come in',
    async (_what, bad, kind, column) => {
      // One ledger for all cases: each adds its own good line to those of the cases before.
      mixed ??= await ledger('ledger');
      const before = linesOf(await exportText(mixed, 'jsonl'));
      const tail = String(before.length).padStart(12, '0');
      const good = {
        type: 'Faction',
        id: `fac_01900000-0000-7000-8000-${tail}`,
        kind: 'MILITIA',
        collective: false,
      };
      const names = [{ id: `nam_01900000-0000-7000-8000-${tail}`, text: 'Good', kind: 'PRIMARY' }];
      const line = bad();
      const { counts, problems } = await bring(
        mixed,
        `${JSON.stringify({ ...good, names })}\n\n${typeof line === 'string' ? line : JSON.stringify(line)}\n`,
      );
      expect(problems).toMatchObject([
        { line: 3, kind, column, refused: true, file: 'ledger.jsonl' },
      ]);
      expect([counts.rowsRead, counts.rowsImported, counts.rowsRefused]).toEqual([2, 1, 1]);
      expect(linesOf(await exportText(mixed, 'jsonl'))).toEqual([...before, { ...good, names }]);
    },
  );

  test.each([
    [
      'a report that is not there',
      () => ({
        ...line('Claim'),
        id: 'clm_01900000-0000-7000-8000-000000000009',
        reportId: 'rpt_01900000-0000-7000-8000-000000000009',
      }),
    ],
    ['a value of no list', () => ({ ...line('Claim'), kind: 'MYSTERY' })],
    [
      'another record’s external id',
      () => {
        const [one, other] = linesOf(text).filter(
          (each) => each.type === 'Location' && each.externalIds,
        );
        return {
          ...other,
          externalIds: [{ ...one.externalIds[0], id: '01900000-0000-7000-8000-000000000009' }],
        };
      },
    ],
  ] as [string, () => any][])(
    'that the ledger cannot take is refused alone: %s',
    async (_what, bad) => {
      const api = await ledger('ledger');
      await bring(api, text);
      const { counts, problems } = await bring(
        api,
        `${JSON.stringify({ ...line('Faction'), kind: 'MILITIA' })}\n${JSON.stringify(bad())}\n`,
      );
      expect(problems).toMatchObject([{ line: 2, refused: true }]);
      expect([counts.rowsImported, counts.rowsRefused]).toEqual([1, 1]);
      expect(
        linesOf(await exportText(api, 'jsonl')).find(({ id }) => id === line('Faction').id).kind,
      ).toBe('MILITIA');
    },
  );

  const date = {
    edtf: '2018-07-10',
    precision: 'DAY',
    approximate: false,
    uncertain: false,
    basis: 'STATED',
  };
});

test.each([
  ['another form', 'id,name\n1,x\n', /line 1: this is no line of Claimgraph's own form/],
  ['JSON of something else', '{"type":"FeatureCollection"}', /line 1: this is no line/],
  ['nothing', '', /is empty/],
  ['NUL bytes', Buffer.from('{"type":"Source"}\n\0'), /line 2: there is a NUL byte/],
  ['half a character', Buffer.from([0x7b, 0xc3]), /is not UTF-8/],
])('a file of %s is refused whole', async (_what, content, message) => {
  const before = await state(full);
  await expect(bring(full, content)).rejects.toThrow(message);
  expect(await state(full)).toEqual(before);
});
