// cspell:ignore HJKMNP
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csv as csvImport } from '../ingest/csv/csv.ts';
import { type Api, startApi } from '../testing/api.ts';
import {
  csvRows,
  exportText,
  exportWithIdentities,
  getExport,
  linesOf,
} from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const formats = ['csv', 'geojson', 'claimreview', 'jsonl'];
const pseudonym = /Source [0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/;

/** A source that must not be known, and a claim of it. Every text about the source has a number. */
async function aProtectedSpeaker(number: number, protection = 'PROTECTED') {
  const home = await make.aLocation(`Hideout ${number}`);
  const sourceId = await make.aSource(`Mahmud Witness${number}`, {
    names: [
      { text: `Mahmud Witness${number}`, kind: 'PRIMARY' },
      { text: `Alias${number} Abu`, kind: 'ALIAS' },
    ],
    role: `baker${number} at the corner`,
    basedInId: home,
    protection,
    externalIds: [{ system: 'phone', value: `0999${number}` }],
  });
  const blog = await make.aReport({
    title: `The blog of Mahmud Witness${number}`,
    url: `https://blog${number}.test/`,
    publisherId: sourceId,
  });
  const claimId = await make.aClaim({ sourceId, reportId: blog });
  await api.data(
    `mutation ($source: ID!, $to: ID!, $claim: ID!) {
      affiliateSource(input: { sourceId: $source, toId: $to, claimIds: [$claim] }) {
        affiliation { id }
      }
      rateSource(sourceId: $source, input: {
        reliability: B, rationale: "Met in cellar${number}."
      }) { source { id } }
    }`,
    { source: sourceId, to: await make.aFaction(`Cell ${number}`), claim: claimId },
  );
  return { sourceId, claimId, blog, home };
}

const secrets = (number: number) =>
  new RegExp(
    `Witness${number}|Alias${number}|baker${number}|0999${number}|cellar${number}|blog${number}\\.`,
    'i',
  );

describe.each(['PROTECTED', 'PSEUDONYMOUS'])('an export of a %s source', (protection) => {
  test.each(formats)('says nothing of who it is: %s', async (format) => {
    const number = 100 + formats.indexOf(format) * 10 + protection.length;
    const { claimId, home } = await aProtectedSpeaker(number, protection);
    for (const filter of [{ id: [claimId] }, undefined]) {
      const text = await exportText(api, format, filter);
      expect(text).not.toMatch(secrets(number));
      expect(text).toMatch(pseudonym);
    }
    // A filtered export has no record that only the identity refers to.
    expect(await exportText(api, format, { id: [claimId] })).not.toContain(home);
  });
});

test('each source has a pseudonym that stays when its names change', async () => {
  const [one, other] = [await aProtectedSpeaker(301), await aProtectedSpeaker(302)];
  const originOf = async (claimId: string) =>
    csvRows(await exportText(api, 'csv', { id: [claimId] }))[0]!.origins;
  const before = await originOf(one.claimId);
  expect(await originOf(other.claimId)).not.toBe(before);
  await api.data(
    `mutation ($id: ID!) {
      addName(recordId: $id, name: { text: "Quite Another", kind: PRIMARY }) { record { id } }
    }`,
    { id: one.sourceId },
  );
  expect(await originOf(one.claimId)).toBe(before);
  // Another ledger has another key.
  await api.database.query(`update ledger_key set secret = sha256('another')`);
  expect(await originOf(one.claimId)).not.toBe(before);
});

test('raw rows, keys and issues of imports that name a protected source are left out', async () => {
  const mapping = {
    dataset: { name: 'Night Desk' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    occurred: { from: 'day' },
    sources: [{ column: 'heard_from', kind: 'PERSON' }],
  };
  const rows = [
    'ref,account,day,heard_from',
    'N1,A shop is closed,2019-01-01,Rosa Winter',
    'N2,A bridge is open,31st (Rosa Winter),Somebody Else',
    'N3,A road is blocked,2019-01-03,Somebody Else',
  ];
  const settings = csvImport.parseSettings!(mapping);
  await importText(api, csvImport, rows.join('\n'), { settings } as object);
  const { sources } = await api.data(
    '{ sources(filter: { text: "Rosa Winter" }) { nodes { id version } } }',
  );
  const [{ id, version }] = sources.nodes;
  await api.data(
    `mutation ($id: ID!, $version: Int!) {
      updateSource(id: $id, expectedVersion: $version, input: { protection: PROTECTED }) {
        source { id }
      }
    }`,
    { id, version },
  );
  const text = await exportText(api, 'jsonl');
  expect(text).not.toMatch(/Rosa|Winter/i);
  const claims = linesOf(text).filter(({ type }) => type === 'Claim');
  const byStatement = (start: string) => claims.find((line) => line.statement.startsWith(start));
  expect(byStatement('A shop')).toMatchObject({ redacted: true });
  expect(byStatement('A shop').originals).toBeUndefined();
  expect(byStatement('A bridge')).toMatchObject({ redacted: true });
  expect(byStatement('A bridge').importIssues).toBeUndefined();
  expect(byStatement('A road')).not.toHaveProperty('redacted');
  expect(byStatement('A road').originals).toHaveLength(1);
  expect(await exportWithIdentities(api)).toMatch(/Rosa Winter/);
});

test.each(formats)('a source named like a protected one is withheld, too: %s', async (format) => {
  const number = 560 + formats.indexOf(format);
  await make.aSource(`Lena Kiosk${number}`, { protection: 'PROTECTED' });
  const spoken = await make.aSource(`Dr. Lena Kiosk${number}, head of Ward ${number}`);
  const other = await make.aSource(`Ward ${number} council`);
  const sources = [spoken, other].map((sourceId) => ({ chain: [{ sourceId }] }));
  const claimId = await make.aClaim({ attributions: sources });
  const text = await exportText(api, format, { id: [claimId] });
  expect(text).not.toMatch(new RegExp(`Kiosk${number}|head of Ward`));
  expect(text).toContain(`Ward ${number} council`);
  if (format !== 'jsonl') return;
  const line = linesOf(text).find(({ id }) => id === spoken);
  expect(line).toMatchObject({ redacted: true, protection: 'PROTECTED' });
});

describe('the address of a report without a publisher is withheld', () => {
  const post = (number: number, more: object = {}) =>
    make.aReport({
      kind: 'SOCIAL_POST',
      title: `Post ${number}`,
      url: `https://posts.test/hidden-${number}/1`,
      archivedUrl: `https://archive.test/hidden-${number}`,
      externalIds: [{ system: 'post', value: `hidden-${number}` }],
      ...more,
    });

  test.each(formats)('if a protected source is the last speaker: %s', async (format) => {
    const number = 500 + formats.indexOf(format);
    const sourceId = await make.aSource(`Rana Post${number}`, { protection: 'PROTECTED' });
    const id = [await make.aClaim({ sourceId, reportId: await post(number) })];
    expect(await exportText(api, format, { id })).not.toContain(`hidden-${number}`);
  });

  test.each(formats)('if a protected source spoke in it: %s', async (format) => {
    const number = 520 + formats.indexOf(format);
    const sourceId = await make.aSource(`Rana Post${number}`, { protection: 'PSEUDONYMOUS' });
    const outlet = await make.aSource(`Gazette ${number}`);
    const chain = [{ sourceId, reportId: await post(number) }, { sourceId: outlet }];
    const id = [await make.aClaim({ attributions: [{ chain }] })];
    expect(await exportText(api, format, { id })).not.toContain(`hidden-${number}`);
  });

  test('but not if an outlet published it, or another speaker passed it on', async () => {
    const sourceId = await make.aSource('Rana Outlet', { protection: 'PROTECTED' });
    const outlet = await make.aSource('The Gazette');
    const published = await post(540, { publisherId: outlet });
    const passedOn = await post(541);
    const chain = [{ sourceId }, { sourceId: outlet }];
    const id = [
      await make.aClaim({ sourceId, reportId: published }),
      await make.aClaim({ attributions: [{ chain }], reportId: passedOn }),
    ];
    const urls = csvRows(await exportText(api, 'csv', { id })).map((row) => row.report_url);
    expect(urls.sort()).toEqual([
      'https://posts.test/hidden-540/1',
      'https://posts.test/hidden-541/1',
    ]);
  });
});

test('a protected source that names a data set is withheld where imports wrote it', async () => {
  const mapping = {
    dataset: { name: 'Ottilie  Karsk-Venn', kind: 'PERSON' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    occurred: { from: 'day' },
    place: { name: 'town', country: 'country' },
    parties: [{ column: 'who', role: 'ACTOR' }],
  };
  const rows = [
    'ref,account,day,town,country,who',
    'K1,A mill burns,2019-02-01,Oddmill,Farland,Millers',
  ];
  const settings = csvImport.parseSettings!(mapping);
  const { problems } = await importText(api, csvImport, rows.join('\n'), { settings } as object);
  expect(problems).toEqual([]);
  const { sources } = await api.data(
    '{ sources(filter: { text: "Ottilie Karsk-Venn" }) { nodes { id version } } }',
  );
  const [{ id, version }] = sources.nodes;
  await api.data(
    `mutation ($id: ID!, $version: Int!) {
      updateSource(id: $id, expectedVersion: $version, input: { protection: PROTECTED }) {
        source { id }
      }
    }`,
    { id, version },
  );
  for (const format of formats) expect(await exportText(api, format)).not.toMatch(/Ottilie|Karsk/i);
  const lines = linesOf(await exportText(api, 'jsonl'));
  const [{ text: pseudonym }] = lines.find((line) => line.id === id).names;
  for (const name of ['Oddmill', 'Farland', 'Millers'])
    expect(lines.find(({ names }) => names?.[0].text === name)).toMatchObject({
      redacted: true,
      names: [{ text: name, scheme: pseudonym }],
    });
});

describe('free text', () => {
  const warningOf = async (format: string, filter: object) =>
    (await getExport(api, format, filter)).headers.get('claimgraph-named-sources');

  test.each([
    ['in any case, with an accent', 'Rüya Kandil', 'They heard RUYA KANDIL say so.'],
    ['with an Arabic prefix', 'سلمى فردوس', 'قالت ليلى وسلمى فردوس ذلك'],
    ['with invisible characters', 'Tarik Bey', 'Ta\u200brik Bey was there.'],
    ['under a former name', 'Former Fellow', 'It was Former Fellow.'],
  ])('that names a protected source is counted in a header: %s', async (_, name, statement) => {
    const sourceId = await make.aSource(name, { protection: 'PROTECTED' });
    if (name.startsWith('Former'))
      await api.data(
        `mutation ($id: ID!) {
          updateSource(id: $id, expectedVersion: 1, input: {
            names: [{ text: "New Fellow", kind: PRIMARY }]
          }) { source { id } }
        }`,
        { id: sourceId },
      );
    const claimId = await make.aClaim({ statement });
    const other = await make.aClaim({ statement: 'Nobody is named.' });
    for (const format of formats) {
      const warning = `count=1; ids=${claimId}`;
      expect(await warningOf(format, { id: [claimId, other] })).toBe(warning);
      expect(await warningOf(format, { id: [other] })).toBeNull();
    }
  });
});

test('the address of an export cannot ask for identities', async () => {
  const response = await fetch(new URL('/export/jsonl?withIdentities=true', api.url));
  expect(response.status).toBe(400);
});
