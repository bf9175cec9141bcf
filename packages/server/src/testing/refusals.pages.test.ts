import { describe, test } from '@jest/globals';
import { bad, nowhere, setUpRefusals } from './refusals.testing.ts';
import { sampleIds } from './sample.testing.ts';

const ledger = setUpRefusals('sample', sampleIds);
const { id, refused } = ledger;

const types = ['report', 'source', 'faction', 'location', 'claim'];
const lists = types.map((type) => `${type}s`);

describe('a page', () => {
  const sizes = [0, -1, 101, 2147483647].flatMap((size) =>
    ['first', 'last'].map((side) => [side, size] as const),
  );

  test.each(sizes)('with %s: %i is refused in every list', async (side, size) => {
    for (const list of lists)
      await refused(bad(side), `query ($n: Int) { ${list}(${side}: $n) { nodes { id } } }`, {
        n: size,
      });
  });

  test.each(sizes)('with %s: %i is refused in nested lists', async (side, size) => {
    const nested: [type: string, list: string][] = [
      ['report', 'claims'],
      ['source', 'claims'],
      ['source', 'reports'],
      ['faction', 'claims'],
      ['location', 'claims'],
      ['location', 'children'],
      ...types.map((type): [string, string] => [type, 'history']),
    ];
    for (const [type, list] of nested)
      await refused(
        bad(`${list}.${side}`),
        `query ($id: ID!, $n: Int) { ${type}(id: $id) { ${list}(${side}: $n) { totalCount } } }`,
        { id: id[type], n: size },
      );
  });

  test.each([0, -1, 101])(
    'with first: %i is refused in lists that are not connections',
    async (size) => {
      const nested: [type: string, list: string, field: string][] = [
        ['claim', 'links', 'id'],
        ['claim', 'assessments', 'at'],
        ['source', 'ratings', 'at'],
        ['source', 'affiliations', 'id'],
        ['faction', 'relations', 'id'],
      ];
      for (const [type, list, field] of nested)
        await refused(
          bad(`${list}.first`),
          `query ($id: ID!, $n: Int!) { ${type}(id: $id) { ${list}(first: $n) { ${field} } } }`,
          { id: id[type], n: size },
        );
    },
  );

  test('takes first or last, not both', async () => {
    for (const list of lists)
      await refused(bad('last'), `{ ${list}(first: 1, last: 1) { nodes { id } } }`);
    await refused(
      bad('claims.last'),
      'query ($id: ID!) { report(id: $id) { claims(first: 1, last: 1) { totalCount } } }',
      { id: id.report },
    );
  });
});

describe('a cursor', () => {
  const cursorOf = async (field: string): Promise<string> => {
    const data = await ledger.api.data(`{ list: ${field} { edges { cursor } } }`);
    return data.list.edges[0].cursor;
  };
  const refusedIn = async (list: string, cursor: string, moreArguments = '') => {
    for (const side of ['after', 'before'])
      await refused(
        bad(side),
        `query ($cursor: String) { ${list}(${side}: $cursor${moreArguments}) { nodes { id } } }`,
        { cursor },
      );
  };

  test.each([
    '',
    'x',
    'not a cursor',
    '!!!!',
    'AAAA',
    '\u0000',
    '🙂',
    'eyJpZCI6MX0',
    'a'.repeat(10_000),
  ])('is refused when it is malformed: %.20j', async (text) => {
    await refusedIn('claims', text);
  });

  test('of another list, order, direction or type is refused', async () => {
    const ofClaims = await cursorOf('claims(first: 1)');
    await refusedIn('reports', ofClaims);
    await refusedIn('sources', ofClaims);
    await refusedIn('claims', ofClaims, ', orderBy: { by: RECORDED }');
    await refusedIn('claims', ofClaims, ', orderBy: { by: OCCURRED, direction: ASC }');
    await refusedIn('claims', await cursorOf('sources(first: 1)'));
    const nested = await ledger.api.data(
      '{ reports { nodes { claims(first: 1) { edges { cursor } } } } }',
    );
    await refusedIn('claims', nested.reports.nodes[0].claims.edges[0].cursor);
    await refused(
      bad('claims.after'),
      'query ($id: ID!, $c: String) { report(id: $id) { claims(after: $c) { totalCount } } }',
      { id: id.report, c: ofClaims },
    );
  });

  test('that was tampered with is refused and not sent to the database', async () => {
    const cursor = await cursorOf('claims(first: 1)');
    const parts = cursor.split('~');
    const forged = (change: Record<number, string>) =>
      parts.map((part, i) => change[i] ?? part).join('~');
    await refusedIn('claims', forged({ 2: '2018-99-99' }));
    await refusedIn('claims', forged({ 2: "2018-07-14'" }));
    await refusedIn('claims', forged({ 1: '2' }));
    await refusedIn('claims', forged({ 1: nowhere.slice(1) }));
    await refusedIn('claims', [...parts, nowhere].join('~'));
    const withoutName = (await cursorOf('sources(first: 1, orderBy: { by: NAME })'))
      .split('~')
      .slice(0, 2);
    // Every source of the sample has a name, so every valid cursor ends with the key of one.
    await refusedIn('sources', withoutName.join('~'), ', orderBy: { by: NAME }');
    for (const key of ['4', 'zz', '00', 'ff', '4a4A'])
      await refusedIn('sources', [...withoutName, key].join('~'), ', orderBy: { by: NAME }');
  });
});
