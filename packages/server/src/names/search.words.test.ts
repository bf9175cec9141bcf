import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { parseSearchText } from './search-text.ts';

let api: Api;

const texts = {
  mills: ['Shells destroyed three mills near Tarun.', 'en'],
  depot: ['Shells destroyed a depot near Tarun.', 'en'],
  russian: ['Снаряды разрушили мельницы в Таруне.', 'ru'],
  german: ['Granaten zerstörten Mühlen bei Tarun.', 'de'],
  turkish: ['Tarun yakınında değirmenler yıkıldı.', 'tr'],
  arabic: ['قذائف دمرت المطحنة في تارون', 'ar'],
  unknown: ['Three mills burnt down.', null],
} as const;
const statements = Object.fromEntries(
  Object.entries(texts).map(([key, [statement]]) => [statement, key]),
);

/** The keys of the claims that a search finds. */
async function search(text: string, match = 'SCRIPT'): Promise<string[]> {
  const data = await api.data(
    `query ($text: String!, $match: NameMatch!) {
      search(text: $text, types: [CLAIM], match: $match) { nodes { label } }
    }`,
    { text, match },
  );
  return data.search.nodes.map(({ label }: { label: string }) => statements[label]).sort();
}

async function searchNames(text: string, match = 'SCRIPT'): Promise<string[]> {
  const data = await api.data(
    `query ($text: String!, $match: NameMatch!) {
      search(text: $text, types: [LOCATION, SOURCE, FACTION], match: $match) {
        nodes { label rule }
      }
    }`,
    { text, match },
  );
  return data.search.nodes.map(({ label }: { label: string }) => label);
}

beforeAll(async () => {
  api = await startApi('ledger');
  const { aClaim } = fixtures(api);
  for (const [statement, language] of Object.values(texts))
    await aClaim({ statement, ...(language && { language }) });
});
afterAll(() => api.stop());

describe('an excluded word is absent', () => {
  test.each([
    ['shells -mills', ['depot']],
    ['shells -mill', ['depot']],
    ['destroyed -Mills -nothing', ['depot']],
    ['Таруне -мельница', []],
    ['Снаряд -склад', ['russian']],
    ['Tarun -Mühle -mill -değirmen', ['depot']],
    ['قذائف -مطحنة', []],
    ['قذائف -المطحنه', []],
    ['burnt -mill', []],
    ['three -"destroyed three"', ['unknown']],
    ['depot or mills -shells', ['depot', 'unknown']],
    ['depot -shells or burnt', ['unknown']],
    ['shells \u2013mills', ['depot']],
    ['shells \u2212mill', ['depot']],
    ['three \u2013\u201cdestroyed three\u201d', ['unknown']],
  ])('in every form, in the language of each text: %s', async (text, expected) => {
    expect(await search(text)).toEqual(expected);
  });

  test('in exact searches, too', async () => {
    expect(await search('"shells destroyed" -mill', 'EXACT')).toEqual(['depot']);
  });

  test.each(['-mills', '-mill -depot', '-"three mills"', '--mills', '-mills or -depot'])(
    'and a text of exclusions finds nothing: %s',
    async (text) => {
      for (const match of ['EXACT', 'SPELLING', 'SCRIPT'])
        expect(await search(text, match)).toEqual([]);
    },
  );

  test('from names, in any spelling and script', async () => {
    const { aLocation } = fixtures(api);
    for (const name of ['Upper Zufar Castle', 'Zufar', 'قرية ظفار']) await aLocation(name);
    expect(await searchNames('Zufar -castle')).not.toContain('Upper Zufar Castle');
    expect(await searchNames('Zufar -castle')).toContain('Zufar');
    expect(await searchNames('Castle -Zoufar')).toEqual([]);
    expect(await searchNames('-Zufar')).toEqual([]);
  });

  test('but a name with a minus sign is found as it is written', async () => {
    const { aLocation } = fixtures(api);
    await aLocation('Gharif -Sumud');
    expect(await searchNames('gharif -sumud')).toContain('Gharif -Sumud');
    await aLocation('Madin - Husur');
    expect((await searchNames('Madin - Husur'))[0]).toBe('Madin - Husur');
  });
});

describe('quoted phrases', () => {
  test.each([
    ['"destroyed three mills"', ['mills']],
    ['"three mills" shells', ['mills']],
    ['"Shells destroyed" "near Tarun"', ['depot', 'mills']],
    ['"near Tarun" "three mill"', []],
    ['mills "near Tarun"', ['mills']],
    ['\u201cthree mills\u201d \u00abnear Tarun\u00bb', ['mills']],
    ['\u201emills three\u201c', []],
  ])('must each occur as they are with match EXACT: %s', async (text, expected) => {
    expect(await search(text, 'EXACT')).toEqual(expected);
  });

  test('are found with the Arabic article, too', async () => {
    expect(await search('"المطحنة في تارون"')).toEqual(['arabic']);
  });
});

test('a search text is parsed into alternatives, phrases and exclusions', () => {
  expect(parseSearchText('one "two three" -four or five -"six seven" - eight', false)).toEqual({
    alternatives: [
      { words: ' one "two three"', phrases: [], excluded: ['four'] },
      { words: ' five eight', phrases: [], excluded: ['six seven'] },
    ],
    name: 'one "two three" or five - eight',
    excluded: ['four', 'six seven'],
  });
});

describe('names of the same actor or outlet', () => {
  beforeAll(async () => {
    const { aFaction, aSource, aLocation } = fixtures(api);
    await aFaction("Hay'at Tahrir al-Sham");
    await aFaction('Ahrar al-Sham');
    await aFaction('الدولة الإسلامية');
    await aSource('Syrian Arab News Agency');
    await aLocation('Sana');
  });

  test.each([
    ['HTS', "Hay'at Tahrir al-Sham"],
    ['Hayat Tahrir al-Sham', "Hay'at Tahrir al-Sham"],
    ['Tahrir al-Sham', "Hay'at Tahrir al-Sham"],
    ['هيئة تحرير الشام', "Hay'at Tahrir al-Sham"],
    ['ISIS', 'الدولة الإسلامية'],
    ['Daesh', 'الدولة الإسلامية'],
    ['داعش', 'الدولة الإسلامية'],
    ['سانا', 'Syrian Arab News Agency'],
  ])('%s finds %s first', async (text, name) => {
    expect((await searchNames(text))[0]).toBe(name);
  });

  test('come after a record that has the searched name, and never for a place', async () => {
    const names = await searchNames('SANA');
    expect(names.slice(0, 2)).toEqual(['Sana', 'Syrian Arab News Agency']);
    await fixtures(api).aLocation('Levant Liberation Committee');
    expect(await searchNames('HTS')).not.toContain('Levant Liberation Committee');
  });

  test('include the names that lists of actors have for the Syrian army', async () => {
    const { aFaction } = fixtures(api);
    for (const name of ['Government of Syria', 'Military Forces of Syria (2000-2024)'])
      await aFaction(name);
    for (const text of ['SAA', 'Syrian Arab Army', 'الجيش العربي السوري'])
      expect((await searchNames(text)).slice(0, 2).sort()).toEqual([
        'Government of Syria',
        'Military Forces of Syria (2000-2024)',
      ]);
  });

  test('and acronyms do not match what sounds like them', async () => {
    const { aFaction } = fixtures(api);
    await aFaction('Ikka');
    expect(await searchNames('koo')).toContain('Ikka');
    expect(await searchNames('KOO')).toEqual([]);
    for (const text of ['IKKA', 'IKK', 'KKA', 'IKA'])
      expect([text, await searchNames(text)]).toEqual([text, expect.arrayContaining(['Ikka'])]);
  });

  test('are found by acronyms with dots, and not by what sounds like an acronym', async () => {
    const { aFaction } = fixtures(api);
    await aFaction('Hotasi');
    await aFaction("Hay'at Tahrir al-Sham");
    for (const text of ['HTS', 'H.T.S.', 'Hayat Tahrir al-Sham'])
      expect([text, await searchNames(text)]).toEqual([
        text,
        expect.not.arrayContaining(['Hotasi']),
      ]);
    expect((await searchNames('H.T.S'))[0]).toBe("Hay'at Tahrir al-Sham");
    await aFaction('Hotasi Guard (H.G.Q.)');
    expect(await searchNames('HGQ')).toContain('Hotasi Guard (H.G.Q.)');
  });

  test('are not found by an exact search', async () => {
    expect(await searchNames('HTS', 'EXACT')).toEqual([]);
  });

  test('can be added', async () => {
    await fixtures(api).aFaction('Brigade of the Reed Marshes');
    expect(await searchNames('BRM')).toEqual([]);
    await api.database.query('select add_synonyms($1, false)', [
      ['BRM', 'Brigade of the Reed Marshes'],
    ]);
    expect(await searchNames('brm')).toEqual(['Brigade of the Reed Marshes']);
  });
});

describe('the name of a country', () => {
  test('finds the country in another language, and not a village', async () => {
    const { aFaction, aLocation } = fixtures(api);
    await aLocation('النرويج', { kind: 'COUNTRY' });
    await aLocation('Norvegia', { kind: 'COMMUNITY' });
    await aLocation('Norge', { kind: 'COMMUNITY' });
    for (const text of ['Норвегия', 'Норвегія', 'Norway', 'Norwegen', 'Norvège', 'نروژ'])
      expect([text, (await searchNames(text))[0]]).toEqual([text, 'النرويج']);
    expect(await searchNames('نروژ')).toEqual(['النرويج']);
    await aFaction('Government of Finland');
    await aFaction('Finland');
    expect(await searchNames('Финляндия')).toEqual(['Finland']);
    expect(await searchNames('Финляндия', 'EXACT')).toEqual([]);
  });
});

test('a filter by text ignores case in Turkish, too', async () => {
  const { aReport } = fixtures(api);
  await aReport({ title: 'İSTİKLAL Yolu ve IŞIK Sokağı', kind: 'OTHER' });
  for (const text of [
    'istiklal',
    'İstiklal',
    'i\u0307stiklal',
    'ISTIKLAL',
    'ışık',
    'IŞIK',
    'işik',
  ]) {
    const { reports } = await api.data(
      'query ($text: String!) { reports(filter: { text: $text }) { nodes { title } } }',
      { text },
    );
    expect([text, reports.nodes.length]).toEqual([text, 1]);
  }
});
