import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Config, readConfig } from '../../config.ts';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { showRecord } from './show.action.ts';

let api: Api;
let config: Config;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('sample');
  config = readConfig({ DATABASE_URL: (api.database.options as { url: string }).url });
  make = fixtures(api);
});
afterAll(() => api.stop());

const show = (id: string) => showRecord(config, id, {});
/** The lines of a record by their labels. */
const sections = async (id: string) => {
  const lines = (await show(id)).split('\n');
  const result: Record<string, string[]> = {};
  let label = '';
  for (const line of lines) {
    label = line.slice(0, 14).trim() || label;
    result[label] = [...(result[label] ?? []), line.slice(14)];
  }
  return result;
};
const claimLike = async (text: string): Promise<string> =>
  (
    await api.data('query ($text: String!) { claims(filter: { text: $text }) { nodes { id } } }', {
      text,
    })
  ).claims.nodes[0].id;

describe('claimgraph show prints a claim', () => {
  test('with who said it, where it was read, when, where, and how many', async () => {
    const shown = await sections(await claimLike('No fewer than six thousand'));
    expect(shown).toMatchObject({
      Claim: [expect.stringMatching(/^No fewer than six thousand people .*of Daraa\. \(en\)$/)],
      Kind: [expect.stringMatching(/^displacement, estimated, a total over incidents/)],
      'Said by': [
        'Yasser al-Turkmani (Free Syrian Army officer in Daraa, participant, “estimated”) → ' +
          'Diyaruna (“reported”)',
      ],
      When: [
        'between 19 June 2018 and about 10 July 2018 (not after 14 July 2018, inferred), ' +
          'EDTF 2018-06-19/2018-07-10~',
      ],
      Where: [
        expect.stringMatching(/^from Yarmouk basin, Daraa .*written “the two areas”\) loc_/),
        expect.stringMatching(/^from Western rural area, Daraa .*inferred/),
      ],
      Who: ['not stated'],
      Figures: ['people displaced: at least 6,000 (written “six thousand people or more”)'],
      Judged: ['unverified, credibility 6 (nobody has judged it)'],
    });
    expect(shown['Read in']![0]).toMatch(
      /\(Diyaruna, published about 10 July 2018 \(not before 8 July .*rpt_/,
    );
    expect(shown.Passage![0]).toContain('which is paraphrase');
  });

  test('with its links, from its own point of view', async () => {
    const links = (await sections(await claimLike('fled because of the air strikes'))).Links!;
    expect(links[0]).toMatch(/^this is said to be caused by “Air strikes hit Saida/);
    expect(links[1]).toMatch(/^“The looting in Saida .*” clm_\S+ follows this \(both have one/);
  });

  test('a fear as a fear, and an analyst as who concluded it', async () => {
    const [witness, dataset] = [
      await make.aSource('A watch group'),
      await make.aSource('A data set'),
    ];
    const chain = [
      { sourceId: witness, capacity: 'WITNESS' },
      { sourceId: dataset, capacity: 'ANALYST', verb: 'coded' },
    ];
    const id = await make.aClaim({ modality: 'FEARED', attributions: [{ chain }] });
    const shown = await sections(id);
    expect(shown['Said by']).toEqual(['coded by A data set from A watch group (witness)']);
    expect(shown.Kind).toEqual(['other, feared, not said to have happened']);
    expect([shown.When, shown.Where, shown.Passage]).toEqual([
      ['not stated'],
      ['not stated'],
      ['none recorded'],
    ]);
  });

  test('with parties, parts of figures, citations and assessments', async () => {
    const [faction, cited] = [await make.aFaction('The Third Column'), await make.aReport()];
    const id = await make.aClaim({
      parties: [{ factionId: faction, role: 'TARGET', group: 1, basis: 'INFERRED' }],
      quantities: [
        {
          measure: 'PEOPLE_KILLED',
          min: 3,
          best: 4,
          max: 7,
          parts: [{ measure: 'PEOPLE_KILLED', min: 2, max: 2, best: 2, category: 'CIVILIANS' }],
        },
      ],
      citations: [{ reportId: cited, locator: 'p. 4' }],
      occurred: { edtf: '2018-07-05', basis: 'STATED' },
    });
    await api.data(
      `mutation ($id: ID!) {
        assessClaim(claimId: $id, input: {
          status: VERIFIED, credibility: TWO, rationale: "Two pictures match."
        }) { claim { id } }
      }`,
      { id },
    );
    expect(await sections(id)).toMatchObject({
      When: ['5 July 2018'],
      Who: [`target: The Third Column (side 1, inferred) ${faction}`],
      Figures: [
        'people killed: 3–7 (best estimate 4)',
        'people killed: 2 (civilians, a part of 3–7 (best estimate 4))',
      ],
      Cites: [`“A report” (publication not dated) ${cited} (p. 4)`],
      Judged: ['verified, credibility 2'],
      Assessments: [expect.stringMatching(/UTC by local: verified, credibility 2\. Two pictures/)],
    });
  });
});

describe('claimgraph show prints', () => {
  test.each([
    [
      'reports',
      /^Report .*\n[\s\S]*\nPublisher +Diyaruna src_[\s\S]*\nClaims +“[\s\S]*\n +and 6 more\n/,
    ],
    ['sources', /^Source .*\n[\s\S]*\nReliability +F \(nobody has judged it\)\n/],
    ['factions', /^Faction .*\n[\s\S]*\nNames +/],
    ['locations', /^Place .*\n[\s\S]*\nRecord +loc_\S+, version 1\n/],
  ])('%s, each with its own facts', async (list, pattern) => {
    const { records } = await api.data(`{ records: ${list}(first: 1) { nodes { id } } }`);
    expect(await show(records.nodes[0].id)).toMatch(pattern);
  });

  test('a relation with the claim that asserts it', async () => {
    const { factions } = await api.data(
      '{ factions(filter: { text: "Army of the South" }) { nodes { id name } } }',
    );
    const { id } = factions.nodes.find(
      ({ name }: { name: string }) => name === 'Army of the South',
    );
    expect((await sections(id)).Relations![0]).toMatch(
      /^eleven factions \(unnamed\) part of Army of the South, by “Eleven active .*” clm_/,
    );
  });

  test('at most 20 lines of a list, and how many more there are', async () => {
    const names = Array.from({ length: 23 }, (_, i) => ({ text: `Name ${i}`, kind: 'ALIAS' }));
    names[0]!.kind = 'PRIMARY';
    const { Names: lines } = await sections(await make.aFaction('Many', { names }));
    expect(lines).toHaveLength(21);
    expect(lines![20]).toBe('and 3 more');
  });

  test('a long text up to a limit, and how much more there is', async () => {
    const id = await make.aReport({ body: 'word '.repeat(1_000).trim(), bodyKind: 'VERBATIM' });
    const [body] = (await sections(id)).Body!;
    expect(body!.length).toBeLessThan(2_100);
    expect(body).toMatch(/and \d,\d{3} more characters$/);
  });

  test('no control characters, which could rewrite what a terminal shows', async () => {
    const id = await make.aClaim({ statement: 'Seen\u001b[2K\u202e at\nnight.' });
    expect((await show(id)).split('\n')[0]).toBe('Claim         Seen [2K at night. (en)');
  });

  test('first of all that a record is withdrawn, and why', async () => {
    const id = await make.aReport({ title: 'Entered twice' });
    await api.data(
      `mutation ($id: ID!) {
        withdrawReport(id: $id, expectedVersion: 1, rationale: "A duplicate.") { report { id } }
      }`,
      { id },
    );
    expect((await show(id)).split('\n')[1]).toMatch(/^WITHDRAWN .* by local: A duplicate\.$/);
  });
});

describe('claimgraph show', () => {
  test('prints the columns of a record with --json', async () => {
    const id = await make.aReport({ title: 'As columns' });
    expect(JSON.parse(await showRecord(config, id, { json: true }))).toMatchObject({
      title: 'As columns',
      published_edtf: null,
    });
  });

  test('refuses an id that is none, or that no record has', async () => {
    await expect(show('nonsense')).rejects.toThrow('nonsense');
    await expect(show('clm_01900000-0000-7000-8000-000000000000')).rejects.toThrow(
      'There is no claim clm_01900000',
    );
    const id = await make.aReport();
    await expect(showRecord(config, id, { raw: true })).rejects.toThrow('was not imported');
  });
});
