import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const revisions = `history {
  totalCount nodes { at by action change version recordType diff { path before after } }
}`;
const historyOf = async (id: string) =>
  (
    await api.data(
      `query ($id: ID!) {
        node(id: $id) { ... on Record { version createdAt updatedAt ${revisions} } }
      }`,
      { id },
    )
  ).node;
/** `path: before → after`, sorted. */
const diffLines = ({ diff }: any): string[] =>
  diff.map(({ path, before, after }: any) => `${path.join('.')}: ${before} → ${after}`).sort();
/** The lines of the newest revision. */
const newest = async (id: string) => diffLines((await historyOf(id)).history.nodes[0]).join('\n');
const relate = (input: Input) =>
  api.data(
    `mutation ($input: FactionRelationInput!) {
      relateFactions(input: $input) { relation { id } }
    }`,
    { input },
  );
const link = (input: Input) =>
  api.data('mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }', {
    input,
  });
const update = (type: string, id: string, v: number, input: Input) =>
  api.data(
    `mutation ($id: ID!, $v: Int!, $input: Update${type}Input!) {
      update${type}(id: $id, expectedVersion: $v, input: $input) { ${type.toLowerCase()} { id } }
    }`,
    { id, v, input },
  );

describe('the history of a record', () => {
  test('begins with every value that it was created with, lists by item', async () => {
    const id = await make.aSource('Outlet', {
      kind: 'OUTLET',
      role: 'daily',
      externalIds: [{ system: 'desk', value: '5' }],
    });
    const { version, createdAt, history } = await historyOf(id);
    expect([version, history.totalCount]).toEqual([1, 1]);
    const [created] = history.nodes;
    expect(created).toMatchObject({
      at: createdAt,
      by: 'local',
      action: 'createSource',
      change: 'CREATED',
      version: 1,
      recordType: 'SOURCE',
    });
    const lines = diffLines(created).map((line) =>
      line.replace(/\.[a-z]{3}_[0-9a-f-]{36}\./, '.<id>.').replace(/\.[0-9a-f-]{36}\./, '.<id>.'),
    );
    expect(lines).toEqual([
      'externalIds.<id>.system: null → desk',
      'externalIds.<id>.value: null → 5',
      'kind: null → OUTLET',
      'name: null → Outlet',
      'names.<id>.kind: null → PRIMARY',
      'names.<id>.position: null → 0',
      'names.<id>.text: null → Outlet',
      'protection: null → PUBLIC',
      'reliability: null → F',
      'role: null → daily',
    ]);
  });

  test('shows for an update only what changed, newest first', async () => {
    const [place, other, reportId] = [
      await make.aLocation(),
      await make.aLocation(),
      await make.aReport(),
    ];
    const id = await make.aClaim({
      reportId,
      places: [{ locationId: place }, { locationId: place, role: 'TO' }],
      occurred: { edtf: '2018-07-10' },
    });
    await update('Claim', id, 1, { statement: 'Otherwise.', occurred: { edtf: '2018-07-11' } });
    await update('Claim', id, 2, {
      places: [{ locationId: other }],
      occurred: null,
      aggregate: true,
    });
    const { version, updatedAt, history } = await historyOf(id);
    expect([version, history.nodes.length, history.nodes[0].at]).toEqual([3, 3, updatedAt]);
    const [last, second] = history.nodes;
    expect(second).toMatchObject({
      action: 'updateClaim',
      change: 'UPDATED',
      version: 2,
      by: 'local',
    });
    expect(diffLines(second)).toEqual([
      'occurred.earliest: 2018-07-10 → 2018-07-11',
      'occurred.edtf: 2018-07-10 → 2018-07-11',
      'occurred.latest: 2018-07-10 → 2018-07-11',
      'statement: Something is said. → Otherwise.',
    ]);
    const lines = diffLines(last);
    expect(lines).toContain(`places.0.location: ${place} → ${other}`);
    expect(lines).toContain(`places.1.location: ${place} → null`);
    expect(lines).toContain('places.1.role: TO → null');
    expect(lines).toContain('aggregate: false → true');
    expect(lines).toContain('occurred.edtf: 2018-07-11 → null');
    expect(
      lines.filter((line) => /attributions|statement|kind|version|updatedAt|validFrom/.test(line)),
    ).toEqual([]);
  });

  test('has one revision per write, and none if the write changed nothing', async () => {
    const [one, two] = [await make.aSource(), await make.aSource()];
    const chain = [{ sourceId: one }, { sourceId: two }];
    const id = await make.aClaim({
      attributions: [{ chain }, { chain }],
      quantities: [{ measure: 'STRIKES', min: 1 }],
    });
    const same = {
      attributions: [{ chain }, { chain }],
      quantities: [{ measure: 'STRIKES', min: 1 }],
    };
    const [{ n: before }] = await api.database.query('select count(*)::int as n from write_log');
    await update('Claim', id, 1, same);
    const [{ n: after }] = await api.database.query('select count(*)::int as n from write_log');
    expect(after).toBe(before);
    await update('Claim', id, 1, {
      attributions: [{ chain: [chain[1]] }],
      quantities: [
        { measure: 'STRIKES', min: 2 },
        { measure: 'OTHER', max: 1 },
      ],
    });
    const { history } = await historyOf(id);
    expect(history.nodes.map(({ version }: any) => version)).toEqual([2, 1]);
  });

  test('has the revision in each record that a write touched, at the same time', async () => {
    const [from, to, claim] = [await make.aFaction(), await make.aFaction(), await make.aClaim()];
    await relate({ fromId: from, toId: to, kind: 'ALLIED_WITH', claimIds: [claim] });
    const [one, other] = [await historyOf(from), await historyOf(to)];
    for (const { version, history } of [one, other]) {
      expect([version, history.nodes[0].action, history.nodes[0].change]).toEqual([
        2,
        'relateFactions',
        'UPDATED',
      ]);
      expect(diffLines(history.nodes[0]).join('\n')).toMatch(
        /relations\.rel_\S+\.kind: null → ALLIED_WITH/,
      );
    }
    expect(one.history.nodes[0].at).toBe(other.history.nodes[0].at);
    expect((await historyOf(claim)).version).toBe(1);
  });

  test('shows assessments, links, names, areas, authors and withdrawal', async () => {
    const [claim, other, area, author] = [
      await make.aClaim(),
      await make.aClaim(),
      await make.aLocation('Area'),
      await make.aSource(),
    ];
    await api.data(
      `mutation ($id: ID!, $input: AssessmentInput!) {
        assessClaim(claimId: $id, input: $input) { claim { id } }
      }`,
      { id: claim, input: { status: 'VERIFIED', credibility: 'ONE', rationale: 'Seen.' } },
    );
    await link({ fromId: other, toId: claim, kind: 'REPEATS', rationale: 'Same words.' });
    await api.data(
      `mutation ($id: ID!) {
        withdrawClaim(id: $id, expectedVersion: 3, rationale: "No.") { claim { id } }
      }`,
      { id: claim },
    );
    const { history } = await historyOf(claim);
    expect(history.nodes.map(({ action, change }: any) => `${action} ${change}`)).toEqual([
      'withdrawClaim WITHDRAWN',
      'linkClaims UPDATED',
      'assessClaim UPDATED',
      'createClaim CREATED',
    ]);
    const [withdrawn, linked, assessed] = history.nodes.map((node: any) =>
      diffLines(node).join('\n'),
    );
    expect(assessed).toMatch(/status: UNVERIFIED → VERIFIED/);
    expect(assessed).toMatch(/assessments\.\S+\.rationale: null → Seen\./);
    expect(linked).toMatch(/links\.lnk_\S+\.kind: null → REPEATS/);
    expect(withdrawn).toMatch(/withdrawn\.rationale: null → No\./);
    const town = await make.aLocation('Town');
    await update('Location', town, 1, { parentId: area, alsoInIds: [area] });
    const lines = await newest(town);
    expect(lines).toContain(`parent: null → ${area}`);
    expect(lines).toMatch(/alsoIn/);
    const report = await make.aReport();
    await update('Report', report, 1, { authorIds: [author] });
    expect(await newest(report)).toMatch(new RegExp(`authors\\.0\\.author: null → ${author}`));
    await api.data(
      `mutation ($id: ID!) {
        addName(recordId: $id, name: { text: "Other", kind: ALIAS }) { record { id } }
      }`,
      { id: author },
    );
    expect(await newest(author)).toMatch(/names\.nam_\S+\.text: null → Other/);
  });

  test('shows which records were related, and by which claims', async () => {
    const [one, other, claim, second, source] = [
      await make.aFaction(),
      await make.aFaction(),
      await make.aClaim(),
      await make.aClaim(),
      await make.aSource(),
    ];
    await relate({ fromId: one, toId: other, kind: 'ALLIED_WITH', claimIds: [claim] });
    expect(await newest(one)).toContain(`to: null → ${other}`);
    expect(await newest(other)).toContain(`from: null → ${one}`);
    expect(await newest(one)).toContain(claim);
    await link({ fromId: second, toId: claim, kind: 'REPEATS', rationale: 'Same words.' });
    expect(await newest(second)).toContain(`to: null → ${claim}`);
    expect(await newest(claim)).toContain(`from: null → ${second}`);
    await api.data(
      `mutation ($input: AffiliationInput!) {
        affiliateSource(input: $input) { affiliation { id } }
      }`,
      { input: { sourceId: source, toId: one, claimIds: [claim] } },
    );
    expect(await newest(source)).toMatch(new RegExp(`affiliations\\.aff_\\S+\\.to: null → ${one}`));
    expect(await newest(source)).toContain(claim);
  });

  test('shows that places overlap, in both', async () => {
    const [area, town] = [await make.aLocation('Area'), await make.aLocation('Town')];
    await update('Location', town, 1, { overlapIds: [area] });
    for (const [id, far] of [
      [town, area],
      [area, town],
    ] as const) {
      const line = await newest(id);
      expect(line).toMatch(/overlaps/);
      expect(line).toContain(far);
    }
  });

  test('never has the same path twice, for a record with everything in it', async () => {
    const reportId = await make.aReport({ body: 'Words.', bodyKind: 'EXCERPT' });
    const id = await make.aClaim({
      reportId,
      passage: { quote: 'Words.' },
      quantities: [{ measure: 'OTHER', min: 1, parts: [{ measure: 'OTHER', min: 1 }] }],
    });
    const [created] = (await historyOf(id)).history.nodes;
    const paths = created.diff.map(({ path }: any) => path.join('.'));
    expect(new Set(paths).size).toBe(paths.length);
    expect(diffLines(created)).toContain('passage.quote: null → Words.');
    expect(diffLines(created)).toContain(`report: null → ${reportId}`);
  });
});
