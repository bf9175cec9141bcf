import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const mutation = `mutation ($input: RecordReportInput!) {
  recordReport(input: $input) {
    report { id publisher { id name } authors { id } history { nodes { at action } } }
    claims {
      attributions { chain { source { id name basedIn { id } } } }
      places { location { id label parent { id label } } }
      citations { report { id title version history { nodes { at action change } } } }
    }
    warnings { code recordId message }
  }
}`;

type Input = Record<string, unknown>;
const names = (text: string) => [{ text, kind: 'PRIMARY' }];
const person = (text: string, input: Input = {}) => ({
  new: { kind: 'PERSON', names: names(text), ...input },
});
const place = (text: string, input: Input = {}) => ({
  new: { kind: 'COMMUNITY', names: names(text), ...input },
});
const claim = (source: Input, input: Input = {}) => ({
  statement: 'So.',
  kind: 'OTHER',
  attributions: [{ chain: [{ source }] }],
  ...input,
});
const variables = (report: Input, ...claims: Input[]) => ({
  input: { report: { kind: 'ARTICLE', title: 'A report', ...report }, claims },
});
const record = async (report: Input, ...claims: Input[]) =>
  (await api.data(mutation, variables(report, ...claims))).recordReport;
const speakers = (claims: any[]) => claims.map(({ attributions: [{ chain }] }) => chain[0].source);

/** A text that no earlier test used. */
let unused: string;
let counter = 0;
beforeEach(() => {
  counter += 1;
  unused = `N${counter}`;
});

describe('a new record', () => {
  test('that is mentioned several times is one record of one write', async () => {
    const outlet = person(`${unused} Gazette`, { role: 'editor' });
    const sameOutlet = {
      new: { names: names(`${unused} Gazette`), role: 'editor', kind: 'PERSON' },
    };
    const cited = { report: { new: { kind: 'ARTICLE', title: unused, publisher: outlet } } };
    const { report, claims, warnings } = await record(
      { publisher: outlet, authors: [outlet, sameOutlet] },
      claim(outlet, { citations: [cited] }),
      claim({ ...sameOutlet }, { citations: [cited] }),
    );
    const { id } = report.publisher;
    expect(report.authors).toEqual([{ id }]);
    expect(speakers(claims)).toMatchObject([{ id }, { id }]);
    const [first, second] = claims.map(({ citations }: any) => citations[0].report);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ title: unused, version: 1 });
    const [{ at }] = report.history.nodes;
    expect(first.history.nodes).toEqual([{ at, action: 'recordReport', change: 'CREATED' }]);
    expect(warnings).toEqual([]);
    const { sources } = await api.data(
      `query ($text: String!) {
        sources(filter: { text: $text }) { totalCount nodes { version } }
      }`,
      { text: `${unused} Gazette` },
    );
    expect(sources).toEqual({ totalCount: 1, nodes: [{ version: 1 }] });
    expect(await api.database.query('select * from broken_writes()')).toEqual([]);
  });

  test('can be referred to by its name and external id in the same input', async () => {
    const externalId = { system: 'desk', value: unused };
    const { claims } = await record(
      { publisher: { name: `${unused} wire` } },
      claim(
        { externalId },
        {
          places: [{ location: place(`${unused} town`, { parent: { name: `${unused} shire` } }) }],
        },
      ),
      claim(person(`${unused} Wire`, { externalIds: [externalId] })),
      claim(
        { name: `${unused} wire` },
        { places: [{ location: place(`${unused} Shire`, { kind: 'GOVERNORATE' }) }] },
      ),
    );
    const ids = speakers(claims).map(({ id }: any) => id);
    expect(new Set(ids).size).toBe(1);
    const [town, , shire] = claims.map(({ places }: any) => places[0]?.location);
    expect(town.label).toBe(`${unused} town, ${unused} Shire`);
    expect(town.parent.id).toBe(shire.id);
  });

  test('is not what a name inside it refers to', async () => {
    const area = await make.aLocation(unused, { kind: 'GOVERNORATE' });
    const places = [{ location: place(unused, { parent: { name: unused } }) }];
    const { claims } = await record({}, claim(person(`${unused} speaker`), { places }));
    const [{ location }] = claims[0].places;
    expect(location.parent.id).toBe(area);
    expect(location.id).not.toBe(area);
  });

  test('that shares its name is another record, with a warning for each pair', async () => {
    const present = await make.aSource(unused);
    const { claims, warnings } = await record(
      {},
      claim(person(unused, { role: 'baker' })),
      claim(person(unused.toLowerCase(), { role: 'nurse' })),
    );
    const [baker, nurse] = speakers(claims).map(({ id }: any) => id);
    expect(new Set([baker, nurse, present]).size).toBe(3);
    expect(warnings.map(({ code }: any) => code)).toEqual(['SAME_NAME', 'SAME_NAME', 'SAME_NAME']);
    expect(warnings.map(({ recordId }: any) => recordId).sort()).toEqual(
      [present, present, nurse].sort(),
    );
    expect(warnings[0].message).toContain('input.claims.0.attributions.0.chain.0.source.new');
  });

  test('does not decide between itself and another record of its name', async () => {
    const present = await make.aSource(unused);
    const path = 'input.report.publisher.name';
    const answer = await refused(
      api,
      { code: 'BAD_USER_INPUT', path },
      mutation,
      variables({ publisher: { name: unused } }, claim(person(unused))),
    );
    const [issue] = answer.errors![0]!.extensions.issues as any[];
    expect(issue.candidates).toMatchObject([{ id: present }]);
    expect(issue.message).toContain('input.claims.0.attributions.0.chain.0.source.new');
  });

  test('is checked with the rest of the input, and a refusal leaves nothing', async () => {
    const taken = { system: 'desk', value: unused };
    await make.aSource('Owner', { externalIds: [taken] });
    const wrong = person(' ', { externalIds: [taken], basedIn: { id: 'src_1' } });
    const at = 'input.claims.0.attributions.0.chain.0.source.new';
    const answer = await refused(
      api,
      { code: 'BAD_USER_INPUT', path: `${at}.names.0.text` },
      mutation,
      variables({ publisher: person(`${unused} unsaved`), body: 'No kind.' }, claim(wrong)),
    );
    const paths = answer.errors![0]!.extensions.issues!.map(({ path }) => path.join('.'));
    expect(paths.sort()).toEqual([
      `${at}.basedIn.id`,
      `${at}.externalIds.0.value`,
      `${at}.names.0.text`,
      'input.report.bodyKind',
    ]);
  });

  test('that overlaps an area around it is refused, and leaves nothing', async () => {
    const region = await make.aLocation(unused, { kind: 'INFORMAL_REGION' });
    const inner = place(`${unused} inner`, { parent: { id: region }, overlaps: [{ id: region }] });
    const path = 'input.claims.0.places.0.location.new.overlaps';
    await refused(
      api,
      { code: 'BAD_USER_INPUT', path },
      mutation,
      variables({}, claim(person(`${unused} s`), { places: [{ location: inner }] })),
    );
  });

  test('cannot refer to another one that refers to it', async () => {
    const [a, b] = [`${unused} a`, `${unused} b`];
    const places = [
      { location: place(a, { parent: { name: b } }) },
      { location: place(b, { parent: { name: a } }) },
    ];
    const blame = { code: 'BAD_USER_INPUT', path: 'input.claims.0.places.0.location.new' };
    const answer = await refused(
      api,
      blame,
      mutation,
      variables({}, claim(person(`${unused} s`), { places })),
    );
    expect(answer.errors![0]!.message).toContain('in a circle');
  });

  test('is one of at most 500, nested at most 8 deep', async () => {
    const claims = Array.from({ length: 26 }, (_, i) => ({
      ...claim(person(`${unused} ${i}`)),
      attributions: Array.from({ length: 20 }, (_, j) => ({
        chain: [{ source: person(`${unused} ${i} ${j}`) }],
      })),
    }));
    await refused(
      api,
      { code: 'BAD_USER_INPUT', path: 'input' },
      mutation,
      variables({}, ...claims),
    );
    const nested = (depth: number): Input =>
      place(`${unused} ${depth}`, depth > 1 ? { parent: nested(depth - 1) } : {});
    const within = (depth: number) =>
      variables({}, claim(person(`${unused} s`), { places: [{ location: nested(depth) }] }));
    const path = `input.claims.0.places.0.location.new${'.parent.new'.repeat(8)}`;
    await refused(api, { code: 'BAD_USER_INPUT', path }, mutation, within(9));
    await api.data(mutation, within(8));
  });
});

test('a repeated call with its idempotency key creates no record again', async () => {
  const sent = variables(
    { publisher: person(`${unused} once`) },
    claim({ name: `${unused} once` }),
  );
  const headers = { 'idempotency-key': `new-records-${unused}` };
  const first = await api.data(mutation, sent, headers);
  const second = await api.data(mutation, sent, headers);
  expect(second).toEqual(first);
});

test('an upsert creates no other records', async () => {
  await refused(
    api,
    { code: 'BAD_USER_INPUT', path: 'input.publisher.new' },
    `mutation ($input: CreateReportInput!) {
      upsertReport(externalId: { system: "desk", value: "up" }, input: $input) { report { id } }
    }`,
    { input: { kind: 'ARTICLE', title: unused, publisher: person(`${unused} p`) } },
  );
});

test('createClaim finds its passage in a new report', async () => {
  const { createClaim } = await api.data(
    `mutation ($input: CreateClaimInput!) {
      createClaim(input: $input) { claim { passage { start } report { title version } } }
    }`,
    {
      input: {
        ...claim(person(`${unused} s`)),
        report: {
          new: { kind: 'ARTICLE', title: unused, body: 'Well. So.', bodyKind: 'VERBATIM' },
        },
        passage: { quote: 'So.' },
      },
    },
  );
  expect(createClaim.claim).toEqual({
    passage: { start: 6 },
    report: { title: unused, version: 1 },
  });
});
