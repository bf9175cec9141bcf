import { describe, expect, test } from '@jest/globals';
import type { Api } from '../../testing/api.ts';
import { exportText, linesOf } from '../../testing/exports.ts';
import { state } from '../../testing/imports.ts';
import { importLines, testLedgers } from './jsonl.testing.ts';

const { start, full } = testLedgers();
let mixed: Api | undefined;

describe('a line', () => {
  const line = (type: string) => linesOf(full.text).find((each) => each.type === type);

  test('changes the record that exists, and former values stay in its history', async () => {
    const api = await start('sample');
    const claim = linesOf(await exportText(api, 'jsonl')).find(
      (each) => each.type === 'Claim' && each.places?.length > 0,
    );
    const { counts } = await importLines(
      api,
      JSON.stringify({ ...claim, statement: 'Put otherwise.', places: [] }),
    );
    expect([counts.changed.claims, counts.created.claims]).toEqual([1, 0]);
    const { node } = await api.data(
      `query ($id: ID!) {
        node(id: $id) {
          ... on Claim {
            statement version
            places { role }
            history { nodes { action diff { path before after } } }
          }
        }
      }`,
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

  test('may refer to the source of a name before the line of that source', async () => {
    const empty = await start('ledger');
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
    const namedSource = {
      ...source,
      names: [
        { id: 'nam_01900000-0000-7000-8000-000000000003', text: 'Who says so', kind: 'PRIMARY' },
      ],
    };
    // More lines between the two than fit into a batch.
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
    const content = [{ ...location, names: [name] }, ...many, namedSource]
      .map((each) => JSON.stringify(each))
      .join('\n');
    expect((await importLines(empty, content)).problems).toEqual([]);
    const read = async () =>
      (
        await empty.data(
          'query ($id: ID!) { location(id: $id) { names { text source { name } } } }',
          { id: location.id },
        )
      ).location;
    expect(await read()).toEqual({ names: [{ text: 'There', source: { name: 'Who says so' } }] });
    const before = await state(empty);
    expect((await importLines(empty, content)).counts.changed.locations).toBe(0);
    expect(await state(empty)).toEqual(before);
  });

  test.each([
    ['that is not JSON', () => '{"type":', 'NO_JSON', null],
    ['that is a list', () => '[]', 'NO_JSON', null],
    ['of an unknown type', () => ({ ...line('Source'), type: 'Person' }), 'UNKNOWN_TYPE', 'type'],
    ['with an unknown key', () => ({ ...line('Source'), colour: 'red' }), 'UNKNOWN_KEY', 'colour'],
    [
      'with an unknown key in a list',
      () => ({ ...line('Source'), names: [{ ...line('Source').names[0], x: 1 }] }),
      'UNKNOWN_KEY',
      'names.0.x',
    ],
    [
      'without a required key',
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
      'with half a surrogate pair',
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
      'with an invalid day',
      () => ({ ...line('Report'), published: { ...date, earliest: 'today' } }),
      'WRONG_TYPE',
      'published.earliest',
    ],
    [
      'with an invalid EDTF date',
      () => ({ ...line('Report'), published: { ...date, edtf: 'lately' } }),
      'WRONG_VALUE',
      'published.edtf',
    ],
    [
      'with an invalid address',
      () => ({ ...line('Report'), url: 'javascript:alert(1)' }),
      'WRONG_VALUE',
      'url',
    ],
    [
      'with an invalid language',
      () => ({ ...line('Claim'), language: '?' }),
      'WRONG_VALUE',
      'language',
    ],
    [
      'with an invalid outline',
      () => ({ ...line('Location'), geometry: { type: 'Point', coordinates: [200, 1] } }),
      'WRONG_VALUE',
      'geometry',
    ],
  ] as [string, () => unknown, string, string | null][])(
    '%s is refused with its line and key, and the other lines are imported',
    async (_what, bad, kind, column) => {
      // One ledger for all cases: each adds its own good line to those of the cases before.
      mixed ??= await start('ledger');
      const before = linesOf(await exportText(mixed, 'jsonl'));
      const tail = String(before.length).padStart(12, '0');
      const good = {
        type: 'Faction',
        id: `fac_01900000-0000-7000-8000-${tail}`,
        kind: 'MILITIA',
        collective: false,
      };
      const names = [{ id: `nam_01900000-0000-7000-8000-${tail}`, text: 'Good', kind: 'PRIMARY' }];
      const value = bad();
      const badLine = typeof value === 'string' ? value : JSON.stringify(value);
      const { counts, problems } = await importLines(
        mixed,
        [JSON.stringify({ ...good, names }), '', badLine, ''].join('\n'),
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
      'a report that does not exist',
      () => ({
        ...line('Claim'),
        id: 'clm_01900000-0000-7000-8000-000000000009',
        reportId: 'rpt_01900000-0000-7000-8000-000000000009',
      }),
    ],
    ['an unknown value of a closed list', () => ({ ...line('Claim'), kind: 'MYSTERY' })],
    [
      'another record’s external id',
      () => {
        const [one, other] = linesOf(full.text).filter(
          (each) => each.type === 'Location' && each.externalIds,
        );
        return {
          ...other,
          externalIds: [{ ...one.externalIds[0], id: '01900000-0000-7000-8000-000000000009' }],
        };
      },
    ],
  ] as [string, () => any][])(
    'that only the database refuses is refused alone: %s',
    async (_what, bad) => {
      const api = await start('ledger');
      await importLines(api, full.text);
      const { counts, problems } = await importLines(
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
