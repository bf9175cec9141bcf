import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csv } from '../ingest/csv/csv.ts';
import { jsonl } from '../ingest/jsonl/jsonl.ts';
import { type Api, startApi } from '../testing/api.ts';
import { exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText, state } from '../testing/imports.ts';
import { noMasterKey } from '../values/master-key.ts';
import { dumpOf, faultsOfLog, linesWith, protectSource } from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const settings = {
  dataset: { name: 'The desk table', kind: 'DATASET' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  occurred: { from: 'day' },
  place: { name: 'town' },
  parties: [{ column: 'who', role: 'ACTOR' }],
  sources: [{ column: 'heard', kind: 'PERSON' }],
};

const header = 'ref,account,day,town,who,heard\n';
const rowOf = (ref: string, heard: string, town = 'Ferrystead') =>
  `${ref},A ferry is late,2018-04-01,${town},Ferrymen,${heard}\n`;

const importRows = (rows: string, options: object = {}) =>
  importText(api, csv, header + rows, { settings, ...options });

const speakersOf = async (ref: string) => {
  const { record } = await api.data(
    `query ($value: String!) {
      record(type: CLAIM, externalId: { system: "table:the desk table", value: $value }) {
        ... on Claim { attributions { chain { source { id name protection } } } }
      }
    }`,
    { value: ref },
  );
  return { sources: record.attributions[0].chain.slice(0, 1).map(({ source }: any) => source) };
};

const protectByName = async (name: string) => {
  const { sources } = await api.data(
    'query ($text: String!) { sources(filter: { text: $text }) { nodes { id version } } }',
    { text: name },
  );
  return (await protectSource(api, sources.nodes[0].id)).source;
};

describe('an import of a file that names a protected source', () => {
  test('finds it, and changes nothing when the file is imported again', async () => {
    await importRows(rowOf('A1', 'Odalys Brandt') + rowOf('A2', 'odalys  BRANDT'));
    const before = await speakersOf('A1');
    expect(before.sources[0]).toMatchObject({ name: 'Odalys Brandt' });
    const source = await protectByName('Odalys Brandt');
    expect(linesWith(await dumpOf(api), /brandt/i)).toEqual([]);
    const protectedBefore = await state(api);
    const { counts } = await importRows(
      rowOf('A1', 'Odalys Brandt') + rowOf('A2', 'odalys  BRANDT'),
    );
    expect(counts.rowsImported).toBe(2);
    expect(await state(api)).toEqual(protectedBefore);
    await importRows(rowOf('A1', 'Odalys Brandt') + rowOf('A2', 'odalys  BRANDT'), { force: true });
    expect(await state(api)).toEqual(protectedBefore);
    await importRows(rowOf('A1', 'Odalys Brandt', 'Ferrytown') + rowOf('A3', 'Odalys Brandt'));
    for (const ref of ['A1', 'A2', 'A3'])
      expect((await speakersOf(ref)).sources).toEqual([
        { id: source.id, name: source.name, protection: 'PROTECTED' },
      ]);
    expect(linesWith(await dumpOf(api), /brandt/i)).toEqual([]);
  });

  test('stores its raw rows, issues and problems with the pseudonym', async () => {
    const id = await make.aSource('Peregrine Vashti', {
      protection: 'PROTECTED',
      names: [
        { text: 'Peregrine Vashti', kind: 'PRIMARY' },
        { text: 'Vashti', kind: 'ALIAS' },
      ],
    });
    const { problems } = await importText(
      api,
      csv,
      `${header}B1,A ferry is late,Peregrine Vashti,Ferrystead,Ferrymen,Vashti\n` +
        'B2,,2018-04-01,Ferrystead,Ferrymen,Peregrine Vashti\n',
      { settings, file: 'peregrine vashti.csv' },
    );
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toMatch(/vashti/i);
    expect((await speakersOf('B1')).sources[0].id).toBe(id);
    expect(linesWith(await dumpOf(api), /vashti/i)).toEqual([]);
    const rows = await api.database.query(`select raw from import_row where raw like '%B1%'`);
    expect(rows).toEqual([{ raw: expect.stringMatching(/Source \w{4}.*Source \w{4}/) }]);
  });

  test('protects a new source whose name contains that of a protected one', async () => {
    await make.aSource('Quill Abernathy', { protection: 'PSEUDONYMOUS' });
    await importRows(
      rowOf('C1', 'Quill Abernathy the ferryman') + rowOf('C2', 'Abernathy Brothers'),
    );
    expect((await speakersOf('C1')).sources).toEqual([
      {
        id: expect.any(String),
        name: expect.stringMatching(/^Source \w{4}$/),
        protection: 'PROTECTED',
      },
    ]);
    expect((await speakersOf('C2')).sources[0].name).toBe('Abernathy Brothers');
    expect(linesWith(await dumpOf(api), /quill/i)).toEqual([]);
    const before = await state(api);
    await importRows(rowOf('C1', 'Quill Abernathy the ferryman'), { force: true });
    expect(await state(api)).toEqual(before);
  });

  test('finds a protected publisher, whose name is in the keys of its reports', async () => {
    const ofPublisher = {
      dataset: { name: 'The press table', kind: 'DATASET' },
      id: { column: 'ref' },
      statement: { column: 'account' },
      report: { title: 'title', publisher: 'paper' },
    };
    const file = 'ref,account,title,paper\nD1,A ferry is late,Late again,Xylo Gazette\n';
    const run = () => importText(api, csv, file, { settings: ofPublisher, force: true });
    await run();
    await protectByName('Xylo Gazette');
    expect(linesWith(await dumpOf(api), /xylo/i)).toEqual([]);
    const before = await state(api);
    await run();
    expect(await state(api)).toEqual(before);
    expect(linesWith(await dumpOf(api), /xylo/i)).toEqual([]);
  });

  test('says nothing of protected sources in a dry run, which leaves no trace', async () => {
    const known = await make.aSource('Tobias Lindqvist', {
      protection: 'PROTECTED',
      names: [
        { text: 'Tobias Lindqvist', kind: 'PRIMARY' },
        { text: 'Lindqvist', kind: 'ALIAS' },
      ],
      externalIds: [{ system: 'phone', value: '0331' }],
    });
    await importRows(rowOf('F1', 'Tobias Lindqvist'));
    expect((await speakersOf('F1')).sources[0].id).toBe(known);
    const answerTo = async (name: string, last: string) => {
      const rows =
        `F1,A ferry is late,2018-04-01,Ferrystead,Ferrymen,${name}\n` +
        `F2,A ferry sank,${name},Ferrystead,Ferrymen,${name} the elder\n` +
        `F3,,2018-04-01,Ferrystead,Ferrymen,${last}\n`;
      const answer = await importRows(rows, { dryRun: true, file: `${name}.csv` });
      return JSON.stringify(answer).replaceAll(name, 'NAME').replaceAll(last, 'LAST');
    };
    const before = await dumpOf(api);
    const answer = await answerTo('Tobias Lindqvist', 'Lindqvist');
    expect(answer).toBe(await answerTo('Nobody Atall', 'Atall'));
    expect(answer).toContain('NAME');
    expect(await dumpOf(api)).toBe(before);
  });

  test('is refused without the master key', async () => {
    await make.aSource('Rufus Tamsin', { protection: 'PROTECTED' });
    await expect(
      importRows(rowOf('E1', 'Rufus Tamsin'), { masterKeys: noMasterKey }),
    ).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(linesWith(await dumpOf(api), /tamsin/i)).toEqual([]);
  });
});

describe('an export of the ledger', () => {
  test('from before a source was protected brings no identity back', async () => {
    const id = await make.aSource('Saffron Ullman', { role: 'Ullman clerk' });
    const claim = await make.aClaim({ sourceId: id });
    await api.data(
      `mutation ($source: ID!, $to: ID!, $claim: ID!) {
        affiliateSource(input: { sourceId: $source, toId: $to, claimIds: [$claim] }) {
          affiliation { id }
        }
      }`,
      { source: id, to: await make.aFaction('A union'), claim },
    );
    const backup = await exportText(api, 'jsonl');
    const { source } = await protectSource(api, id);
    const before = await exportText(api, 'jsonl');
    for (const batchRows of [undefined, 3]) {
      const { problems } = await importText(api, jsonl, backup, {
        force: true,
        file: 'ledger.jsonl',
        ...(batchRows && { batchRows }),
      });
      expect(problems).toEqual([]);
      expect(await exportText(api, 'jsonl')).toBe(before);
      expect(linesWith(await dumpOf(api), /ullman/i)).toEqual([]);
    }
    expect(before).toContain(source.id);
  });

  test('brings no name back in the rows and keys of earlier imports', async () => {
    const file =
      'ref,account,title,paper,heard\nG0,A ferry is late,Late,Wendover Gazette,A pilot\n' +
      'G1,A tram is late,Late,A paper,Isolde Wendover\n' +
      'G2,A bus is late,Late too,Another paper,"So said Isolde Wendover"\n';
    await importText(api, csv, file, {
      settings: {
        dataset: { name: 'The river table', kind: 'DATASET' },
        id: { column: 'ref' },
        statement: { column: 'account' },
        report: { title: 'title', publisher: 'paper' },
        sources: [{ column: 'heard', kind: 'PERSON' }],
      },
    });
    const backup = await exportText(api, 'jsonl');
    for (const name of ['So said Isolde Wendover', 'Isolde Wendover', 'Wendover Gazette'])
      await protectByName(name);
    expect(linesWith(await dumpOf(api), /wendover/i)).toEqual([]);
    const before = await exportText(api, 'jsonl');
    for (const _ of [1, 2]) {
      await importText(api, jsonl, backup, { force: true, file: 'ledger.jsonl' });
      expect(linesWith(await dumpOf(api), /wendover/i)).toEqual([]);
      expect(await exportText(api, 'jsonl')).toBe(before);
    }
    // Into a ledger in which only the source is, by another way.
    const other = await startApi('ledger');
    try {
      for (const name of ['Isolde Wendover', 'Wendover Gazette'])
        await fixtures(other).aSource(name, { protection: 'PROTECTED' });
      await importText(other, jsonl, backup, { force: true, file: 'ledger.jsonl' });
      expect(linesWith(await dumpOf(other), /wendover/i)).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  test('seals what an older export says of a protected source', async () => {
    const other = await startApi('ledger');
    try {
      const id = `src_${crypto.randomUUID()}`;
      const line = {
        type: 'Source',
        id,
        kind: 'PERSON',
        role: 'Vireo painter',
        reliability: 'F',
        protection: 'PROTECTED',
        names: [{ id: `nam_${crypto.randomUUID()}`, text: 'Tansy Vireo', kind: 'PRIMARY' }],
      };
      const run = () =>
        importText(other, jsonl, `${JSON.stringify(line)}\n`, { force: true, file: 'l.jsonl' });
      expect((await run()).problems).toEqual([]);
      expect(linesWith(await dumpOf(other), /vireo/i)).toEqual([]);
      const { sources } = await other.data('{ sources { nodes { id name protection } } }');
      expect(sources.nodes).toEqual([
        { id: expect.not.stringMatching(id), name: expect.any(String), protection: 'PROTECTED' },
      ]);
      await run();
      expect((await other.data('{ sources { totalCount } }')).sources.totalCount).toBe(1);
      // Its report is stored after the identity was sealed.
      const second = {
        ...line,
        id: `src_${crypto.randomUUID()}`,
        role: 'Painter',
        names: [{ id: `nam_${crypto.randomUUID()}`, text: 'Ludo Wren Vireo', kind: 'PRIMARY' }],
      };
      const broken = { type: 'Source', id: 'src_1', names: [{ text: 'Ludo Wren Vireo' }] };
      // It is quoted up to "Ludo Wren".
      const cut = `{"type":"Source","note":"${'x'.repeat(165)} Ludo Wren Vireo"`;
      const { problems } = await importText(
        other,
        jsonl,
        [...[second, broken].map((each) => JSON.stringify(each)), cut].join('\n'),
        { force: true, file: 'l.jsonl' },
      );
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).toMatch(/Source \w{4}/);
      expect(linesWith(await dumpOf(other), /vireo|ludo/i)).toEqual([]);
      expect(await faultsOfLog(other)).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

test('the log proves its contents after all of this', async () => {
  expect(await faultsOfLog(api)).toEqual([]);
});
