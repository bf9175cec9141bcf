import { describe, expect, test } from '@jest/globals';
import { fixtures } from './fixtures.ts';
import {
  bad,
  create,
  type Input,
  missing,
  nowhere,
  setUpRefusals,
  taken,
  tooMany,
  update,
} from './refusals.testing.ts';

const ledger = setUpRefusals();
const { id, refused } = ledger;

const namesOf = (text: string) => ({ names: [{ text, kind: 'PRIMARY' }] });

describe('an external id', () => {
  const first = { system: 'desk', value: '1' };

  test('belongs to one record of each type, which a refusal names', async () => {
    const { aFaction, aLocation } = fixtures(ledger.api);
    const owner = await aFaction('Owner', { externalIds: [first] });
    await aLocation('Owner', { externalIds: [first] });
    const input = { externalIds: [{ system: 'desk', value: '2' }, first] };
    const blame = taken('input.externalIds.1.value');
    const { errors } = await refused(
      blame,
      ...create('Faction', { kind: 'MILITIA', ...namesOf('Third'), ...input }),
    );
    expect(errors![0]!.message).toContain(owner);
    await refused(
      blame,
      ...create('Location', { kind: 'COMMUNITY', ...namesOf('Third'), ...input }),
    );
    await refused(blame, ...create('Report', { kind: 'ARTICLE', title: 'Third', ...input }));
    await refused(blame, ...update('Faction', id.otherFaction!, input));
  });

  test('of a report can be the external id of a source too', async () => {
    await expect(
      fixtures(ledger.api).aSource('Same number', { externalIds: [first] }),
    ).resolves.toMatch(/^src_/);
  });

  test.each(['http://example.org', 'HTTPS://example.org/a'])('is not a URL: %s', async (value) => {
    await refused(
      bad('input.externalIds.0.value'),
      ...update('Report', id.report!, { externalIds: [{ system: 'web', value }] }),
    );
  });

  test('has no blanks around it', async () => {
    const externalIds = [{ system: 'desk', value: ' 7 ' }];
    await refused(
      bad('input.externalIds.0.value'),
      ...create('Faction', { kind: 'UNKNOWN', ...namesOf('A name'), externalIds }),
    );
  });
});

describe('a name', () => {
  test('is added only to a source, faction or location that exists', async () => {
    const add = (recordId: string, name: Input = { text: 'X', kind: 'ALIAS' }) =>
      [
        `mutation ($recordId: ID!, $name: NameInput!) {
          addName(recordId: $recordId, name: $name) { record { id } }
        }`,
        { recordId, name },
      ] as const;
    await refused(bad('recordId'), ...add(id.claim!));
    await refused(missing('recordId'), ...add(`fac_${nowhere}`));
    await refused(bad('name.text'), ...add(id.faction!, { text: '', kind: 'ALIAS' }));
    await refused(
      bad('name.during.latest'),
      ...add(id.faction!, {
        text: 'X',
        kind: 'ALIAS',
        during: { edtf: '2018', latest: '2019-01-01' },
      }),
    );
  });

  test('is one of at most 200 names of a record', async () => {
    const names = [
      { text: 'Shown', kind: 'PRIMARY' },
      ...Array.from({ length: 99 }, (_, i) => ({ text: `Alias ${i}`, kind: 'ALIAS' })),
    ];
    const oneMore = { text: 'One more', kind: 'ALIAS' };
    const input = { kind: 'PERSON', names: [...names, oneMore] };
    await refused(tooMany('input.names'), ...create('Source', input));
    const recordId = await fixtures(ledger.api).aSource('Shown', { names });
    for (let each = 0; each < 100; each += 25) {
      const more = Array.from({ length: 25 }, (_, i) => {
        const name = `{ text: "More ${each + i}", kind: ALIAS }`;
        return `a${i}: addName(recordId: $recordId, name: ${name}) { record { id } }`;
      });
      await ledger.api.data(`mutation ($recordId: ID!) { ${more.join(' ')} }`, { recordId });
    }
    await refused(
      bad('name'),
      `mutation ($recordId: ID!, $name: NameInput!) {
        addName(recordId: $recordId, name: $name) { record { id } } }`,
      { recordId, name: oneMore },
    );
  });

  test('has a script that is a code of ISO 15924', async () => {
    const names = [{ text: 'A name', kind: 'PRIMARY', script: 'ZZ9!' }];
    await refused(bad('input.names.0.script'), ...create('Source', { kind: 'PERSON', names }));
  });
});

test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59'])(
  'a time outside the years that RFC 3339 can write is refused: %s',
  async (retrievedAt) => {
    await refused(
      { ...bad('input.retrievedAt'), status: 400 },
      ...create('Report', { kind: 'ARTICLE', title: 'A title', retrievedAt }),
    );
  },
);

test('a part of a quantity has the measure of its whole', async () => {
  const quantities = [
    { measure: 'PEOPLE_KILLED', max: 5, parts: [{ measure: 'FACTIONS', min: 1 }] },
  ];
  await refused(
    bad('input.quantities.0.parts.0.measure'),
    ...create('Claim', {
      reportId: id.report,
      statement: 'A count.',
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId: id.source }] }],
      quantities,
    }),
  );
});

test.each(['has space', 'ünïcode', 'x'.repeat(201)])(
  'an Idempotency-Key of %.12j is refused',
  async (key) => {
    const [query, variables] = create('Source', { kind: 'PERSON', ...namesOf('Nobody') });
    await refused(bad('Idempotency-Key'), query, variables, {
      'idempotency-key': Buffer.from(key).toString('latin1'),
    });
  },
);
