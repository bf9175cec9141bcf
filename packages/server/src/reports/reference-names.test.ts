import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';
import { input, issueAt, mutation, names, speakerPath, withdraw } from './references.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

/** The id of the speaker of the recorded claim. */
async function speakerOf(source: Record<string, unknown>): Promise<string> {
  const { recordReport } = await api.data(mutation, input(source));
  return recordReport.claims[0].attributions[0].chain[0].source.id;
}

describe('a name', () => {
  test('is compared with all names, without case, accents and punctuation', async () => {
    const id = await make.aSource('', {
      names: names('Żółw Press-Office', 'ZPO', 'مكتب السلحفاة'),
    });
    for (const name of ['zolw press office', 'ŻÓŁW PRESS–OFFICE', 'zpo', 'مَكتب السلحفاة'])
      expect([name, await speakerOf({ name })]).toEqual([name, id]);
  });

  test('is refused if several records have it, with all of them as candidates', async () => {
    const north = await make.aLocation('Northshire', { kind: 'GOVERNORATE' });
    const south = await make.aLocation('Southshire', { kind: 'GOVERNORATE' });
    const [one, two] = [
      await make.aLocation('Ashford', { parentId: north }),
      await make.aLocation('', { parentId: south, names: names('Ford-by-Ash', 'ashford') }),
    ];
    const claim = { places: [{ location: { name: 'ASHFORD' } }] };
    const path = 'input.claims.0.places.0.location.name';
    const source = { id: await make.aSource() };
    const answer = await refused(
      api,
      { code: 'BAD_USER_INPUT', path },
      mutation,
      input(source, claim),
    );
    const issue = issueAt(answer, path);
    expect(issue.candidates).toHaveLength(2);
    expect(issue.candidates).toEqual(
      expect.arrayContaining([
        { id: one, label: 'Ashford, Northshire', name: 'Ashford', rule: 'EXACT' },
        { id: two, label: 'Ford-by-Ash, Southshire', name: 'ashford', rule: 'EXACT' },
      ]),
    );
    expect(issue.message).toContain('the name of 2 locations');
    for (const id of [one, two]) expect(issue.message).toContain(id);
  });

  test('that no record has is refused, with similar names as candidates', async () => {
    const id = await make.aFaction('Harbour Defence Force');
    const claim = { parties: [{ faction: { name: 'Harbor Defense Force' }, role: 'ACTOR' }] };
    const path = 'input.claims.0.parties.0.faction.name';
    const source = { id: await make.aSource() };
    const answer = await refused(api, { code: 'NOT_FOUND', path }, mutation, input(source, claim));
    const { message, candidates } = issueAt(answer, path);
    const [first] = candidates;
    expect(first).toMatchObject({ id, label: 'Harbour Defence Force' });
    expect(first?.rule).not.toBe('EXACT');
    expect(message).toContain('No faction has the name "Harbor Defense Force".');
    expect(message).toContain(id);
  });

  test('that is the label of a place has that place as a candidate', async () => {
    const county = await make.aLocation('Westshire', { kind: 'GOVERNORATE' });
    const id = await make.aLocation('Larkham', { parentId: county });
    const label = 'Larkham, Westshire';
    const claim = { places: [{ location: { name: label } }] };
    const path = 'input.claims.0.places.0.location.name';
    const source = { id: await make.aSource() };
    const answer = await refused(api, { code: 'NOT_FOUND', path }, mutation, input(source, claim));
    expect(issueAt(answer, path).candidates).toEqual([
      { id, label, name: 'Larkham', rule: 'EXACT' },
    ]);
  });

  test('of another type of record, and a part of a name, is not the name', async () => {
    await make.aFaction('Green Lantern Company');
    for (const name of ['Green Lantern Company', 'Lantern'])
      await refused(
        api,
        { code: 'NOT_FOUND', path: `${speakerPath}.name` },
        mutation,
        input({ name }),
      );
  });

  test('of a withdrawn record does not find it, but the message names it', async () => {
    const gone = await make.aSource('Closed Bureau');
    await withdraw(api, 'Source', gone);
    const path = `${speakerPath}.name`;
    const blame = { code: 'NOT_FOUND', path };
    const answer = await refused(api, blame, mutation, input({ name: 'Closed Bureau' }));
    expect(issueAt(answer, path).message).toContain(`Withdrawn, but with this name: ${gone}`);
    const successor = await make.aSource('Closed Bureau');
    expect(await speakerOf({ name: 'Closed Bureau' })).toBe(successor);
  });

  test('that is weak does not identify a record, alone or beside another record', async () => {
    const weak = (text: string) => [
      { text: `${text} of the long name`, kind: 'PRIMARY' },
      { text, kind: 'WEAK' },
    ];
    const id = await make.aSource('', { names: weak('Abu Kay') });
    const path = `${speakerPath}.name`;
    const blame = { code: 'BAD_USER_INPUT', path };
    const alone = issueAt(await refused(api, blame, mutation, input({ name: 'Abu Kay' })), path);
    expect(alone.message).toContain('is a weak name');
    expect(alone.candidates).toMatchObject([{ id, name: 'Abu Kay' }]);
    await make.aSource('Abu Kay');
    const beside = issueAt(await refused(api, blame, mutation, input({ name: 'Abu Kay' })), path);
    expect(beside.candidates).toHaveLength(2);
  });

  test('may have at most 200 characters, and must not be blank', async () => {
    const blame = { code: 'BAD_USER_INPUT', path: `${speakerPath}.name` };
    for (const name of [' ', 'x'.repeat(201)]) await refused(api, blame, mutation, input({ name }));
  });

  test('without letters is nobody’s', async () => {
    await make.aSource('!!!');
    const blame = { code: 'NOT_FOUND', path: `${speakerPath}.name` };
    await refused(api, blame, mutation, input({ name: '???' }));
  });
});
