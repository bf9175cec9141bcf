import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { changeLogged } from '../../testing/change-database.ts';
import { normalizeForComparison } from '../../values/normalize.ts';
import { fileOf, importPath, ucdpFile } from '../ingest.testing.ts';
import { claimOf, importEvents as importAll } from './ucdp.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const importEvents = (...events: Record<string, string>[]) => importAll(api, ...events);
const claim = (id: string) => claimOf(api, id);
const originsOf = ({ attributions }: any) =>
  attributions.map(({ chain }: any) => chain[0].source.name);

describe('the statement of a row', () => {
  const zeros = { deaths_a: '0', deaths_b: '0', deaths_civilians: '0', deaths_unknown: '0' };
  const total = (n: string) => ({ low: n, best: n, high: n });
  test.each([
    [{ deaths_civilians: '6', ...total('6') }, 'UCDP codes 6 deaths, all civilians, in the '],
    [{ deaths_civilians: '1', ...total('1') }, 'UCDP codes 1 death, a civilian, in the '],
    [{ deaths_unknown: '2', ...total('2') }, 'UCDP codes 2 deaths, all of unknown status, in the '],
    [{ ...total('0') }, 'UCDP codes no deaths in the conflict '],
    [{ deaths_a: '1', ...total('3') }, 'UCDP codes 3 deaths in the conflict '],
    [{ best: '', low: '2', high: '4' }, 'UCDP codes an unknown number of deaths in the conflict '],
    [
      { deaths_b: '1', deaths_civilians: '1', ...total('2') },
      'UCDP codes 2 deaths (1 on the side of Red Band, 1 civilian) in the conflict ',
    ],
  ])('with %j begins with "%s"', async (figures, start) => {
    const id = String(100 + Object.values(figures).join('').length * 100 + start.length);
    await importEvents({ id, ...zeros, ...figures });
    const { statement } = await claim(id);
    expect(statement.slice(0, start.length)).toBe(start);
    expect(statement).not.toMatch(/fighting/i);
  });

  test('of one-sided violence says by whom and against whom', async () => {
    const civilians = { type_of_violence: '3', side_b_new_id: '1', side_b: 'Civilians' };
    await importEvents({ id: '10', ...zeros, ...civilians, deaths_civilians: '3' });
    expect((await claim('10')).statement).toContain(
      'UCDP codes 3 deaths, all civilians, in one-sided violence by Government of Ruritania ' +
        'against civilians at Millbrook town',
    );
  });
});

describe('a row without an article and an origin', () => {
  test('is coded by UCDP alone', async () => {
    const nothing = { source_article: '', source_office: '', source_date: '', source_headline: '' };
    await importEvents({ id: '11', ...nothing, source_original: '', number_of_sources: '-1' });
    const { attributions, citations } = await claim('11');
    expect(citations).toEqual([]);
    expect(attributions).toMatchObject([{ chain: [{ capacity: 'ANALYST', verb: 'coded' }] }]);
  });
});

describe('a citation in free words', () => {
  const free = (source_article: string) => ({
    source_article,
    source_office: '',
    source_date: '',
    source_headline: '',
    number_of_sources: '-1',
  });

  test('is one report with these words as its title, also for other rows', async () => {
    const words = 'Weir Rights Yearbook 1997, p. 19';
    const { problems } = await importEvents(
      { id: '20', ...free(words) },
      { id: '21', ...free(words) },
    );
    expect(problems).toEqual({ FREE_CITATION: 2 });
    const [one, other] = [await claim('20'), await claim('21')];
    expect(one.citations).toMatchObject([
      { report: { title: words, kind: 'OTHER', publisher: null, published: null } },
    ]);
    expect(other.citations[0].report.id).toBe(one.citations[0].report.id);
    expect(one.importIssues).toEqual([
      { kind: 'FREE_CITATION', column: 'source_article', value: words },
    ]);
  });

  test.each([
    ['Daily Bell (2021-03-02): "Four shot"', 'Daily Bell', '2021-03-02'],
    ['Daily Bell (2 March 2021): "Four shot".', 'Daily Bell', '2021-03-02'],
    ['Daily Bell 2021-03-02 "Four "men" shot', 'Daily Bell', '2021-03-02'],
    ['AFP 2021-03-02', 'Agence France-Presse', '2021-03-02'],
    ['Daily Bell 3/2/2021 Four shot', null, null],
    ['Daily Bell 2021-03-02', null, null],
    ['Daily Bell 2021-03-02 "One" /// Mill Press 2021-03-03 "Two"', null, null],
    ['Radio Weir, in Ruritanian 0658 gmt 2 Mar 21', null, null],
  ])('%j is by %s on %s', async (words, outlet, day) => {
    const id = String(2_000 + words.length);
    await importEvents({ id, ...free(words) });
    const [{ report }] = (await claim(id)).citations;
    expect(report.title).toBe(words);
    expect([report.publisher?.name ?? null, report.published?.edtf ?? null]).toEqual([outlet, day]);
  });

  test('beside an article is a citation of its own', async () => {
    const source_article = '"Daily Bell,2021-03-02,Shots";a letter to the editor';
    await importEvents({ id: '22', source_article, number_of_sources: '2' });
    const { citations } = await claim('22');
    expect(citations.map(({ report }: any) => report.title)).toEqual([
      'Shots',
      'a letter to the editor',
    ]);
  });

  test('is not needed for an article without a headline, named by its outlet and day', async () => {
    await importEvents({ id: '23', source_article: '"Daily Bell,2021-03-02,"' });
    expect((await claim('23')).citations[0].report.title).toBe('Daily Bell, 2021-03-02');
  });
});

describe('the origins of a row', () => {
  test('are one for a name with its role, and where the text leaves it open', async () => {
    await importEvents(
      { id: '30', source_original: 'Ana Example, mayor of Odra' },
      { id: '31', source_original: 'security, medical and local sources' },
      { id: '32', source_original: 'AFP, Reuters' },
    );
    expect(originsOf(await claim('30'))).toEqual(['Ana Example, mayor of Odra']);
    expect((await claim('30')).importIssues).toEqual([]);
    const value = 'security, medical and local sources';
    expect(originsOf(await claim('31'))).toEqual([value]);
    expect((await claim('31')).importIssues).toEqual([
      { kind: 'ORIGIN_UNCLEAR', column: 'source_original', value },
    ]);
    expect(originsOf(await claim('32'))).toEqual(['Agence France-Presse', 'Reuters']);
  });

  test('are read again by importing the same file, if the reading has changed', async () => {
    const file = { id: '33', source_original: 'Ben Sample, mayor of Weir; Reuters' };
    await importEvents(file);
    const before = await claim('33');
    const rowOf = async () => {
      const [row] = await api.database.query(`
        select i.raw, i.fingerprint from import_row i
        join external_id e on e.claim_id = i.record_id and e.value = '33'`);
      return row;
    };
    const { raw, fingerprint } = await rowOf();
    // As the first reading stored it, which had no version.
    const first = hash('sha256', normalizeForComparison(raw), 'base64').slice(0, 32);
    await changeLogged(
      api.database,
      `update import_row i set fingerprint = $1
       from external_id e where e.claim_id = i.record_id and e.value = '33'`,
      [first],
    );
    const { changed } = await importEvents(file);
    expect(changed.claims).toBe(0);
    expect(await claim('33')).toEqual(before);
    expect((await rowOf()).fingerprint).toBe(fingerprint);
    expect(fingerprint).not.toBe(first);
  });
});

describe('a source that is split no more', () => {
  test('stays, and so do the ids of sources that the row still names', async () => {
    const split = { id: '34', source_original: 'Cleo Model; head of the Weir council; Reuters' };
    await importEvents(split);
    const ids = async () => {
      const { sources } = await api.data('{ sources(first: 100) { nodes { id name } } }');
      return new Map(sources.nodes.map(({ id, name }: any) => [name, id]));
    };
    const before = await ids();
    await importEvents({
      ...split,
      source_original: 'Cleo Model, head of the Weir council; Reuters',
    });
    expect(originsOf(await claim('34'))).toEqual([
      'Cleo Model, head of the Weir council',
      'Reuters',
    ]);
    const after = await ids();
    for (const [name, id] of before) expect(after.get(name)).toBe(id);
  });
});

describe('releases named by files', () => {
  const bestOf = async (id: string) => {
    const { record } = await api.data(
      `query ($id: ExternalIdInput!) {
        record(type: CLAIM, externalId: $id) {
          ... on Claim { report { title } quantities { best partOf } }
        }
      }`,
      { id: { system: 'ucdp-event', value: id } },
    );
    const total = record.quantities.find(({ partOf }: any) => partOf === null);
    return [total.best, record.report.title.split(' ').at(-1)];
  };
  const importRelease = (name: string, best: string) =>
    importPath(api, 'ucdp', fileOf(ucdpFile({ id: '95', best, high: '9' }), name));

  test('are compared number by number, months before collections', async () => {
    await importRelease('GEDEvent_v31_0_11.csv', '6');
    expect(await bestOf('95')).toEqual([6, '31.0.11']);
    const older = await importRelease('GEDEvent_v31_0_2.csv', '4');
    expect(older.problems).toMatchObject({ OLDER_RELEASE: 1 });
    expect(await bestOf('95')).toEqual([6, '31.0.11']);
    await importRelease('GEDEvent_v31_01_31_12.csv', '8');
    expect(await bestOf('95')).toEqual([8, '31.01.31.12']);
  });

  test('are asked for where they are unknown, and change nothing', async () => {
    const before = await bestOf('95');
    const { list } = await importRelease('events.csv', '5');
    expect(list.filter(({ kind }) => kind === 'UNKNOWN_RELEASE')).toMatchObject([
      { reason: expect.stringContaining('--release') },
    ]);
    await expect(importRelease('GEDEvent_v31.csv', '5')).rejects.toThrow(/--release/);
    expect(await bestOf('95')).toEqual(before);
  });
});
