import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { readings } from './latin-sounds.rules.ts';
import { markedConsonants, markedVowels } from './marked.rules.ts';
import { arabicLetters, consonantLetters } from './sound.rules.ts';

let api: Api;
const ids = new Map<string, string>();

/** The id of a place with that name, created on first use. */
async function place(name: string): Promise<string> {
  const id = ids.get(name) ?? (await fixtures(api).aLocation(name));
  ids.set(name, id);
  return id;
}

interface Hit {
  rule: string;
  score: number;
  name: { text: string };
  record: { id: string };
}

async function search(text: string, match = 'SCRIPT'): Promise<Hit[]> {
  const data = await api.data(
    `query ($text: String!, $match: NameMatch!) {
      search(text: $text, types: [LOCATION], match: $match, first: 100) {
        nodes { rule score name { text } record { id } }
      }
    }`,
    { text, match },
  );
  return data.search.nodes;
}

/** The hit for a place, when its name is searched in another spelling. */
async function findHit(searched: string, name: string): Promise<Hit | undefined> {
  const id = await place(name);
  return (await search(searched)).find(({ record }) => record.id === id);
}

beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const digraphs: Record<string, string> = { c: 'sh', x: 'kh' };
const latinOf = (sound: string): string => {
  const { skeleton } = consonantLetters.find(({ letter }) => letter === sound)!;
  return digraphs[skeleton] ?? skeleton;
};
const isConsonant = (sound: string) => consonantLetters.some(({ letter }) => letter === sound);

test.each(
  arabicLetters
    .flatMap(([arabic, sounds]) => [...arabic].map((letter, i) => [letter, sounds[i]!] as const))
    .filter(([, sound]) => isConsonant(sound) || sound === 'ĥ'),
)('%s is a consonant that Latin names have', async (letter, sound) => {
  const latin = sound === 'ĥ' ? 'h' : latinOf(sound);
  expect(await findHit(`ب${letter}اس`, `Ba${latin}as`)).toMatchObject({ rule: 'SCRIPT' });
  expect((await findHit(`ب${letter}اس`, `Ba${latin === 'm' ? 'k' : 'm'}as`))?.rule).not.toBe(
    'SCRIPT',
  );
});

test.each([
  ['ئاڵێکە', 'Aleka'],
  ['پەژارە', 'Pezhare'],
  ['گۆمەزەل', 'Gomezel'],
  ['ڕێژاو', 'Rêjaw'],
  ['چنارستان', 'Çinaristan'],
  ['ٹوبہ', 'Toba'],
  ['ڨصيبة', 'Gsiba'],
])('%s, in Kurdish, Persian, Urdu or of the Maghreb, is found as %s', async (stored, searched) => {
  expect(await findHit(searched, stored)).toMatchObject({ rule: 'SCRIPT' });
  expect((await search(searched))[0]!.record.id).toBe(ids.get(stored));
});

describe('a letter that no rule knows', () => {
  test.each([
    ['گݼران', 'Garan'],
    ['Kαlot', 'Klot'],
    ['Дꙗла', 'Dla'],
  ])('makes %s not comparable: it is not %s', async (name, other) => {
    expect((await findHit(other, name))?.rule ?? 'SOUND').toBe('SOUND');
    expect((await findHit(name, other))?.rule ?? 'SOUND').toBe('SOUND');
    expect(await findHit(name, name)).toMatchObject({ rule: 'EXACT' });
  });
});

describe('each other reading of a letter', () => {
  test.each(readings.map((reading) => [reading.id, reading] as const))(
    '%s finds its name',
    async (_id, { same: [searched, stored] }) => {
      expect(await findHit(searched, stored)).toMatchObject({ rule: 'SCRIPT' });
    },
  );

  test('is for other scripts only', async () => {
    expect((await findHit('Gabriz', 'Jabriz'))?.rule).not.toBe('SPELLING');
  });
});

describe('names with the same consonants', () => {
  test.each([
    ['Rabib', 'ربيب', 'رباب'],
    ['Rabab', 'رباب', 'ربيب'],
    ['Nadum', 'ندوم', 'نديم'],
    ['Nadim', 'نديم', 'ندوم'],
    ['Fasih', 'فصيح', 'فصوح'],
    ['Jamila', 'جميلة', 'جميل'],
    ['Qazim', 'قظيم', 'قظم'],
    ['Sulayk', 'سليك', 'سلاك'],
    ['كهيل', 'Kahil', 'Kahal'],
  ])('%s: %s comes first, %s by sound with a lower score', async (searched, one, other) => {
    for (const name of [other, one]) await place(name);
    const hits = await search(searched);
    const [first, second] = [one, other].map((name) =>
      hits.find(({ record }) => record.id === ids.get(name)),
    );
    expect(hits[0]).toBe(first);
    expect(first).toMatchObject({ rule: 'SCRIPT' });
    if (second) {
      expect(second.rule).toBe('SOUND');
      expect(second.score).toBeLessThan(first!.score);
    }
  });

  test('in another script come before a look-alike in the same script', async () => {
    for (const name of ['Labiba', 'لبيب']) await place(name);
    const [first, second] = await search('Labib');
    expect(first).toMatchObject({ rule: 'SCRIPT', name: { text: 'لبيب' } });
    expect(second).toMatchObject({ name: { text: 'Labiba' } });
  });

  test('are the same if a long vowel is marked in one of them', async () => {
    for (const name of ['سالف', 'سليف']) await place(name);
    expect((await search('Sālif'))[0]!.name.text).toBe('سالف');
    expect((await search('Salīf'))[0]!.name.text).toBe('سليف');
  });
});

test.each([...markedConsonants, markedVowels].flatMap(({ letters }) => Object.entries(letters)))(
  '%s is read as %s, and without its mark',
  async (letter, spelled) => {
    const name = `Mo${letter}kodar`;
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
    expect(await findHit(`Mo${plain}kodar`, name)).toMatchObject({ rule: 'EXACT' });
    expect((await findHit(`Mo${spelled}kodar`, name))!.rule).toMatch(/EXACT|SPELLING/);
  },
);

describe('Cyrillic names', () => {
  const pairs: [string, ...string[]][] = [
    ['Щуковець', 'Shchukovets', 'Ŝukovecʹ', 'Ščukovec'],
    ['Жихарівка', 'Zhykharivka', 'Žycharivka', 'Žiharìvka', 'Zhiharivka'],
    ['Мочалиця', 'Mochalytsia', 'Močalycja', 'Mochalytsya'],
    ['Єгупівка', 'Yehupivka', 'Jehupivka', 'Iehupivka'],
    ['Юхимове', 'Yukhymove', 'Juchymove', 'Iukhymove'],
    ['Ярчуки', 'Yarchuky', 'Jarčuky', 'Iarchuky'],
    ['Здвижний', 'Zdvyzhnyi', 'Zdvyzhnyy', 'Zdvyžnyj'],
    ['Подгорнёво', 'Podgornevo', 'Podgornyovo', 'Podgornëvo'],
    ['Объезжее', "Ob''ezzhee", 'Obezzhee'],
    ['Шацилов', 'Shatsilov', 'Šacilov'],
    ['Згоряни', 'Zghoriany', 'Zghorjany'],
  ];
  test.each(pairs)('%s is found in every romanisation', async (name, ...spellings) => {
    for (const spelling of spellings)
      expect([spelling, await findHit(spelling, name)]).toMatchObject([
        spelling,
        { rule: 'SCRIPT' },
      ]);
  });

  test('find names in Latin script, and others do not', async () => {
    expect(await findHit('Брусилка', 'Brusylka')).toMatchObject({ rule: 'SCRIPT' });
    expect((await findHit('Брусилка', 'Brosalka'))?.rule).not.toBe('SCRIPT');
  });
});

describe('a y between consonants', () => {
  test.each(['لوكيا', 'لوكية', 'لوکیه', 'لووکیا'])(
    'of a Greek name is found by %s',
    async (text) => {
      for (const name of ['Lykia', 'Likia']) await place(name);
      expect((await search(text))[0]).toMatchObject({ rule: 'SCRIPT', name: { text: 'Lykia' } });
      const other = (await search(text)).find(({ name }) => name.text === 'Likia');
      expect(other?.rule ?? 'SOUND').toBe('SOUND');
    },
  );

  test('is still an i', async () => {
    expect(await findHit('Brykan', 'بريكان')).toMatchObject({ rule: 'SCRIPT' });
    expect((await findHit('بروكان', 'Brikan'))?.rule).not.toBe('SCRIPT');
  });
});

describe('whole words of a name', () => {
  test('equal the text in sound, from the first vowel to the last', async () => {
    for (const name of ['Akil al-Farduni', 'Government of Kalia', 'حكومة كاليا']) await place(name);
    const hits = await search('Kalia');
    expect(
      hits
        .filter(({ rule }) => rule === 'PART')
        .map(({ name }) => name.text)
        .sort(),
    ).toEqual(['Government of Kalia', 'حكومة كاليا']);
    expect((await findHit('كاليا', 'Akil al-Farduni'))?.rule).not.toBe('PART');
    expect(await findHit('Farduni Aqil', 'Akil al-Farduni')).toMatchObject({ rule: 'PART' });
    expect(await findHit('لوكيا', 'Army of Lykia')).toMatchObject({ rule: 'PART' });
  });

  test('come before look-alikes', async () => {
    for (const name of ['Tarmukh', 'Tarmouq', 'Lower Tarmuk Lake', 'Marj Tarmouk'])
      await place(name);
    const hits = await search('Tarmuk');
    const rankOf = (name: string) => hits.findIndex(({ record }) => record.id === ids.get(name));
    expect(hits[rankOf('Marj Tarmouk')]).toMatchObject({ rule: 'PART' });
    expect(rankOf('Marj Tarmouk')).toBeLessThan(rankOf('Tarmukh'));
  });

  test.each([
    ['Nazih al-Khuwayri', ['Khwayri', 'al-Khuwairi', 'الخويري', 'Nazih Khowayri']],
    // A Russian name in Ukrainian spelling, where г is h.
    ['Євген Ригожин', ['Rigozhin', 'Ryhozhyn', 'Ригожин', 'Yevgen Rigozhin']],
  ])('find %s by the family name in any spelling and script', async (name, texts) => {
    const { aSource } = fixtures(api);
    const id = await aSource(name, { kind: 'PERSON' });
    for (const text of texts) {
      const { search: found } = await api.data(
        `query ($text: String!) {
          search(text: $text, types: [SOURCE]) { nodes { record { id } } }
        }`,
        { text },
      );
      expect([text, found.nodes[0]?.record.id]).toEqual([text, id]);
    }
  });
});
