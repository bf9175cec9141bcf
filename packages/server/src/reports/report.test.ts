import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const everything = `
  id version createdAt updatedAt kind title url archivedUrl language summary body bodyKind bodySha256 retrievedAt
  publisher { id } authors { id } dateline { id } reprintOf { id } externalIds { system value } withdrawn { rationale }
  published { edtf earliest latest precision approximate uncertain basis asWritten }
`;
const read = async (id: string) =>
  (await api.data(`query ($id: ID!) { report(id: $id) { ${everything} } }`, { id })).report;
const update = async (id: string, v: number, input: Input) =>
  (
    await api.data(
      `mutation ($id: ID!, $v: Int!, $input: UpdateReportInput!) {
        made: updateReport(id: $id, expectedVersion: $v, input: $input) { report { ${everything} } warnings { code message recordId } }
      }`,
      { id, v, input },
    )
  ).made;
const passageOf = async (id: string) => {
  const { claim } = await api.data(
    'query ($id: ID!) { claim(id: $id) { version passage { quote start end in } report { title body } } }',
    {
      id,
    },
  );
  const { passage, report, version } = claim;
  expect(
    (passage.in === 'TITLE' ? report.title : report.body).slice(passage.start, passage.end),
  ).toBe(passage.quote);
  return { start: passage.start, version };
};

/** A report with something in every field. */
const aFullReport = async () => {
  const [outlet, one, two, place, original] = await Promise.all([
    make.aSource('Outlet', { kind: 'OUTLET' }),
    make.aSource('One'),
    make.aSource('Two'),
    make.aLocation(),
    make.aReport({ title: 'Original' }),
  ]);
  const input = {
    kind: 'STATEMENT',
    title: 'A "title"\\ 🙂',
    url: 'https://example.org/a?b=c#d',
    archivedUrl: 'http://archive.example/1',
    language: 'ar-SY',
    summary: 'In short.',
    body: 'تل شهاب\n🙂',
    bodyKind: 'VERBATIM',
    retrievedAt: '2018-07-11T10:00:00.123Z',
    publisherId: outlet,
    authorIds: [two, one],
    datelineId: place,
    reprintOfId: original,
    published: {
      edtf: '2018-07-10~',
      earliest: '2018-07-08',
      latest: '2018-07-14',
      basis: 'INFERRED',
      asWritten: 'three weeks in',
    },
    externalIds: [{ system: 'desk', value: `r${Math.random()}` }],
  };
  return { id: await make.aReport(input), input, ids: { outlet, one, two, place, original } };
};

describe('a report', () => {
  test('gives back every field it was written with, and the hash of its body', async () => {
    const { id, input, ids } = await aFullReport();
    const { publisherId, authorIds, datelineId, reprintOfId, ...plain } = input;
    expect(await read(id)).toEqual({
      id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      withdrawn: null,
      ...plain,
      retrievedAt: '2018-07-11T10:00:00.123000Z',
      bodySha256: createHash('sha256').update(input.body).digest('hex'),
      publisher: { id: ids.outlet },
      authors: [{ id: ids.two }, { id: ids.one }],
      dateline: { id: ids.place },
      reprintOf: { id: ids.original },
      published: { ...input.published, precision: 'WEEK', approximate: true, uncertain: false },
    });
  });

  test('keeps what an update leaves out, and loses what it nulls', async () => {
    const { id, ids } = await aFullReport();
    const before = await read(id);
    const { report } = await update(id, 1, { authorIds: [ids.one] });
    expect(report).toEqual({
      ...before,
      authors: [{ id: ids.one }],
      version: 2,
      updatedAt: expect.any(String),
    });
    const nullable = [
      'url',
      'archivedUrl',
      'language',
      'summary',
      'body',
      'bodyKind',
      'retrievedAt',
      'publisherId',
      'authorIds',
      'datelineId',
      'reprintOfId',
      'published',
      'externalIds',
    ];
    const { report: bare } = await update(
      id,
      2,
      Object.fromEntries(nullable.map((key) => [key, null])),
    );
    expect(bare).toEqual({
      ...before,
      url: null,
      archivedUrl: null,
      language: null,
      summary: null,
      body: null,
      bodyKind: null,
      bodySha256: null,
      retrievedAt: null,
      publisher: null,
      authors: [],
      dateline: null,
      reprintOf: null,
      published: null,
      externalIds: [],
      version: 3,
      updatedAt: expect.any(String),
    });
  });

  test('written as it stands, by update or upsert, is not changed', async () => {
    const { id, input } = await aFullReport();
    const before = await read(id);
    expect((await update(id, 1, input)).report).toEqual(before);
    const { upsertReport } = await api.data(
      `mutation ($x: ExternalIdInput!, $input: CreateReportInput!) { upsertReport(externalId: $x, input: $input) { report { ${everything} } } }`,
      { x: input.externalIds[0], input },
    );
    expect(upsertReport.report).toEqual(before);
  });

  test('with the URL or the body of another is written, with a warning that names the other', async () => {
    const same = {
      url: 'https://example.org/reprinted',
      body: 'The same words.',
      bodyKind: 'VERBATIM',
    };
    const first = await make.aReport(same);
    const write = async (input: Input) =>
      (
        await api.data(
          'mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } warnings { code recordId message } } }',
          { input: { kind: 'ARTICLE', title: 'Again', ...input } },
        )
      ).createReport;
    const warning = (code: string) => ({
      code,
      recordId: first,
      message: expect.stringContaining(first),
    });
    expect((await write(same)).warnings).toEqual([warning('SAME_URL'), warning('SAME_BODY')]);
    expect((await write({ body: 'Other words.', bodyKind: 'VERBATIM' })).warnings).toEqual([]);
    const own = await update(first, 1, { summary: 'Mine.' });
    expect(own.warnings).toEqual([]);
    const other = await make.aReport();
    expect((await update(other, 1, { url: same.url })).warnings).toContainEqual(
      warning('SAME_URL'),
    );
  });
});

describe('when its text changes', () => {
  const body = 'One. They left at night. Two.';

  test('its claims’ passages move with their words', async () => {
    const reportId = await make.aReport({ body, bodyKind: 'VERBATIM', title: 'They left' });
    const inBody = await make.aClaim({ reportId, passage: { quote: 'They left at night.' } });
    const inTitle = await make.aClaim({ reportId, passage: { quote: 'left', in: 'TITLE' } });
    const still = await make.aClaim({ reportId, passage: { quote: 'One.' } });
    await update(reportId, 1, { body: `One. 🙂 ${body.slice(5)}`, title: 'And they left' });
    expect(await passageOf(inBody)).toEqual({ start: 8, version: 2 });
    expect(await passageOf(inTitle)).toEqual({ start: 9, version: 2 });
    expect(await passageOf(still)).toEqual({ start: 0, version: 1 });
  });

  test('it is refused where a claim’s words are gone, naming the claim', async () => {
    const reportId = await make.aReport({ body, bodyKind: 'VERBATIM', title: 'They left' });
    const claim = await make.aClaim({ reportId, passage: { quote: 'They left at night.' } });
    const query =
      'mutation ($id: ID!, $input: UpdateReportInput!) { updateReport(id: $id, expectedVersion: 1, input: $input) { report { id } } }';
    for (const input of [{ body: 'They left by day.' }, { body: null, bodyKind: null }]) {
      const { errors } = await refused(api, { code: 'BAD_USER_INPUT', path: 'input.body' }, query, {
        id: reportId,
        input,
      });
      expect(errors![0]!.message).toContain(claim);
    }
    await make.aClaim({ reportId, passage: { quote: 'They', in: 'TITLE' } });
    await refused(api, { code: 'BAD_USER_INPUT', path: 'input.title' }, query, {
      id: reportId,
      input: { title: 'We left' },
    });
    expect(await passageOf(claim)).toEqual({ start: 5, version: 1 });
  });

  test('a withdrawn claim does not stand in the way', async () => {
    const reportId = await make.aReport({ body, bodyKind: 'VERBATIM' });
    const claim = await make.aClaim({ reportId, passage: { quote: 'They left at night.' } });
    await api.data(
      'mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "Misread.") { claim { id } } }',
      {
        id: claim,
      },
    );
    const { report } = await update(reportId, 1, { body: 'One. Two.' });
    expect(report.body).toBe('One. Two.');
  });
});

describe('recordReport', () => {
  test('writes a report and all its claims in the order given, in one write', async () => {
    const sourceId = await make.aSource();
    const claims = ['First.', 'Second.', 'Third.'].map((statement) => ({
      statement,
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId }] }],
      passage: { quote: statement },
    }));
    const input = {
      report: {
        kind: 'ARTICLE',
        title: 'Whole',
        body: 'First. Second. Third.',
        bodyKind: 'VERBATIM',
      },
      claims,
    };
    const { recordReport } = await api.data(
      `mutation ($input: RecordReportInput!) {
        recordReport(input: $input) { claims { statement passage { start } report { id } history { nodes { at action } } } report { id version claims { totalCount } history { nodes { at } } } warnings { code } }
      }`,
      { input },
    );
    const { report } = recordReport;
    expect(recordReport.warnings).toEqual([]);
    expect(report).toMatchObject({ version: 1, claims: { totalCount: 3 } });
    expect(
      recordReport.claims.map((claim: any) => [
        claim.statement,
        claim.passage.start,
        claim.report.id,
      ]),
    ).toEqual([
      ['First.', 0, report.id],
      ['Second.', 7, report.id],
      ['Third.', 15, report.id],
    ]);
    const moments = new Set(
      [report, ...recordReport.claims].flatMap(({ history }: any) =>
        history.nodes.map(({ at }: any) => at),
      ),
    );
    expect(moments.size).toBe(1);
  });
});

describe('reports are found by', () => {
  test('each key of their filter, and sorted by title and day', async () => {
    const outlet = await make.aSource('Finder', { kind: 'OUTLET' });
    const base = { publisherId: outlet };
    const a = await make.aReport({
      ...base,
      title: 'b of Tell',
      url: 'https://x.example/1',
      published: { edtf: '2018-07-01' },
      language: 'ar',
    });
    const b = await make.aReport({
      ...base,
      title: 'Zeta',
      summary: 'tell it',
      archivedUrl: 'https://x.example/1',
      kind: 'VIDEO',
      published: { edtf: '2018-08' },
      language: 'AR-sy',
    });
    const c = await make.aReport({ ...base, title: 'a', reprintOfId: a, language: 'arc' });
    const found = async (filter: object, orderBy?: object) => {
      const { reports } = await api.data(
        'query ($f: ReportFilter, $o: ReportOrder) { reports(filter: $f, orderBy: $o) { totalCount nodes { id } } }',
        {
          f: { and: [{ publisher: [outlet] }, filter] },
          o: orderBy,
        },
      );
      return reports.nodes
        .map(({ id }: { id: string }) => (id === a ? 'a' : id === b ? 'b' : id === c ? 'c' : '?'))
        .join('');
    };
    const unsorted = async (filter: object) => [...(await found(filter))].sort().join('');
    expect(await unsorted({})).toBe('abc');
    expect(await unsorted({ id: [a, c] })).toBe('ac');
    expect(await unsorted({ kind: ['VIDEO'] })).toBe('b');
    expect(await unsorted({ published: { from: '2018-07-01', to: '2018-07-31' } })).toBe('a');
    expect(await unsorted({ published: { to: '2018-08-01' } })).toBe('ab');
    expect(
      await unsorted({ published: { to: '2018-08-01', match: 'WITHIN', unknown: true } }),
    ).toBe('ac');
    expect(await unsorted({ language: ['ar'] })).toBe('ab');
    expect(await unsorted({ url: 'https://x.example/1' })).toBe('ab');
    expect(await unsorted({ text: 'TELL' })).toBe('ab');
    expect(await unsorted({ reprint: true })).toBe('c');
    expect(await unsorted({ not: { reprint: true } })).toBe('ab');
    expect(await unsorted({ or: [{ reprint: true }, { kind: ['VIDEO'] }] })).toBe('bc');
    expect(await found({}, { by: 'TITLE', direction: 'ASC' })).toBe('bca');
    expect(await found({}, { by: 'PUBLISHED', direction: 'ASC' })).toBe('abc');
    expect(await found({})).toBe('bac');
  });

  test('does not reprint one that reprints it, and names an author once', async () => {
    const original = await make.aReport();
    const reprint = await make.aReport({ reprintOfId: original });
    const author = await make.aSource();
    const update = (input: object) =>
      api.ask(
        'mutation ($id: ID!, $input: UpdateReportInput!) { updateReport(id: $id, expectedVersion: 1, input: $input) { report { authors { id } } } }',
        { id: original, input },
      );
    const { errors } = await update({ reprintOfId: reprint });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: ['input', 'reprintOfId'] }],
    });
    expect(
      (await update({ authorIds: [author, author] })).data.updateReport.report.authors,
    ).toEqual([{ id: author }]);
  });

  test('no longer said to be verbatim still may not hold anybody’s own words', async () => {
    const reportId = await make.aReport({ body: '"We left," she said.', bodyKind: 'VERBATIM' });
    const claim = await make.aClaim({
      reportId,
      passage: { quote: 'We left', directSpeech: true },
    });
    const { errors } = await api.ask(
      'mutation ($id: ID!) { updateReport(id: $id, expectedVersion: 1, input: { bodyKind: PARAPHRASE }) { report { id } } }',
      { id: reportId },
    );
    expect(errors?.[0]?.extensions.issues?.[0]).toMatchObject({
      path: ['input', 'bodyKind'],
      message: expect.stringContaining(claim),
    });
  });
});
