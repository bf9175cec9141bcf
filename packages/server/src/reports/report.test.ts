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
  id version createdAt updatedAt kind title url archivedUrl language summary
  body bodyKind bodySha256 wordCount retrievedAt
  publisher { id } authors { id } dateline { id } reprintOf { id } externalIds { system value }
  withdrawn { rationale }
  published { edtf earliest latest precision approximate uncertain basis asWritten }
`;
const read = async (id: string) =>
  (await api.data(`query ($id: ID!) { report(id: $id) { ${everything} } }`, { id })).report;
const update = async (id: string, v: number, input: Input) =>
  (
    await api.data(
      `mutation ($id: ID!, $v: Int!, $input: UpdateReportInput!) {
        made: updateReport(id: $id, expectedVersion: $v, input: $input) { report { ${everything} }
        warnings { code message recordId } }
      }`,
      { id, v, input },
    )
  ).made;
const passageOf = async (id: string) => {
  const { claim } = await api.data(
    `query ($id: ID!) { claim(id: $id) { version passage { quote start end in } report { title
      body } } }`,
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
  test('returns every field that was written, the body’s hash and its words', async () => {
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
      wordCount: 2,
      publisher: { id: ids.outlet },
      authors: [{ id: ids.two }, { id: ids.one }],
      dateline: { id: ids.place },
      reprintOf: { id: ids.original },
      published: { ...input.published, precision: 'WEEK', approximate: true, uncertain: false },
    });
  });

  test('keeps fields that an update leaves out, and clears fields that are null', async () => {
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
      wordCount: null,
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

  test('is not changed by an update or upsert with the same values', async () => {
    const { id, input } = await aFullReport();
    const before = await read(id);
    expect((await update(id, 1, input)).report).toEqual(before);
    const { upsertReport } = await api.data(
      `mutation ($x: ExternalIdInput!, $input: CreateReportInput!) { upsertReport(externalId: $x,
        input: $input) { report { ${everything} } } }`,
      { x: input.externalIds[0], input },
    );
    expect(upsertReport.report).toEqual(before);
  });

  test('with the URL or body of another report is written with a warning', async () => {
    const same = {
      url: 'https://example.org/reprinted',
      body: 'The same words.',
      bodyKind: 'VERBATIM',
    };
    const first = await make.aReport(same);
    const write = async (input: Input) =>
      (
        await api.data(
          `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id }
            warnings { code recordId message } } }`,
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

  test('with the URL of a withdrawn report is written without a warning', async () => {
    const url = 'https://example.org/withdrawn';
    const withdrawn = await make.aReport({ url });
    await api.data(
      `mutation ($id: ID!) { withdrawReport(id: $id, expectedVersion: 1, rationale: "Twice.") {
        report { id } } }`,
      { id: withdrawn },
    );
    expect((await update(await make.aReport(), 1, { url })).warnings).toEqual([]);
  });

  test('does not reprint one of its reprints, and lists an author once', async () => {
    const original = await make.aReport();
    const reprint = await make.aReport({ reprintOfId: original });
    const author = await make.aSource();
    const update = (input: object) =>
      api.ask(
        `mutation ($id: ID!, $input: UpdateReportInput!) { updateReport(id: $id,
          expectedVersion: 1, input: $input) { report { authors { id } } } }`,
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

  test('the update is refused if the words of a claim are gone, and names the claim', async () => {
    const reportId = await make.aReport({ body, bodyKind: 'VERBATIM', title: 'They left' });
    const claim = await make.aClaim({ reportId, passage: { quote: 'They left at night.' } });
    const query = `mutation ($id: ID!, $input: UpdateReportInput!) { updateReport(id: $id,
        expectedVersion: 1, input: $input) { report { id } } }`;
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

  test('a withdrawn claim does not prevent it', async () => {
    const reportId = await make.aReport({ body, bodyKind: 'VERBATIM' });
    const claim = await make.aClaim({ reportId, passage: { quote: 'They left at night.' } });
    await api.data(
      `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "Misread.") {
        claim { id } } }`,
      {
        id: claim,
      },
    );
    const { report } = await update(reportId, 1, { body: 'One. Two.' });
    expect(report.body).toBe('One. Two.');
  });

  test('a body that claims quote as direct speech stays verbatim', async () => {
    const reportId = await make.aReport({ body: '"We left," she said.', bodyKind: 'VERBATIM' });
    const claim = await make.aClaim({
      reportId,
      passage: { quote: 'We left', directSpeech: true },
    });
    const { errors } = await api.ask(
      `mutation ($id: ID!) { updateReport(id: $id, expectedVersion: 1, input: {
        bodyKind: PARAPHRASE }) { report { id } } }`,
      { id: reportId },
    );
    expect(errors?.[0]?.extensions.issues?.[0]).toMatchObject({
      path: ['input', 'bodyKind'],
      message: expect.stringContaining(claim),
    });
  });
});
