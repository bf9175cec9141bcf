import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { arabicRules } from './arabic.rules.ts';
import { exactRules, marks, silentHa } from './exact.rules.ts';
import { latinArticles, latinConsonants, latinVowels } from './latin.rules.ts';
import { appositions, features, qualifiers } from './words.rules.ts';

const allExactRules = [silentHa, marks, ...exactRules];

let api: Api;
const placeIds = new Map<string, string>();

/** The id of a place with that name, created on first use. */
async function place(name: string): Promise<string> {
  const id = placeIds.get(name) ?? (await fixtures(api).aLocation(name));
  placeIds.set(name, id);
  return id;
}

beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

interface Hit {
  rule: string;
  score: number;
  record: { id: string };
}

/**
 * The hit for a place when its name is searched in another spelling; undefined if there is none.
 */
async function findHit(searched: string, name: string): Promise<Hit | undefined> {
  const id = await place(name);
  const { search } = await api.data(
    `query ($text: String!) {
      search(text: $text, types: [LOCATION], first: 100) { nodes { rule score record { id } } }
    }`,
    { text: searched },
  );
  return search.nodes.find(({ record }: Hit) => record.id === id);
}

/** The score of names that differ in spelling only. Names whose vowels differ have less. */
const sameSpelling = 0.97;

describe('each rule', () => {
  test('has a unique id, a sentence and a source', () => {
    const rules = [
      ...allExactRules,
      ...arabicRules,
      ...latinArticles,
      ...latinConsonants,
      ...latinVowels,
    ];
    expect(rules.filter(({ says, source }) => !says.endsWith('.') || source.length < 5)).toEqual(
      [],
    );
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(
      [...qualifiers, ...features, appositions].filter(({ source }) => source.length < 5),
    ).toEqual([]);
  });

  test.each(allExactRules.map((rule) => [rule.id, rule] as const))(
    '%s: the names are equal',
    async (_id, rule) => {
      expect(await findHit(rule.same[0], rule.same[1])).toMatchObject({ rule: 'EXACT', score: 1 });
      expect((await findHit(rule.apart[0], rule.apart[1]))?.rule).not.toBe('EXACT');
    },
  );

  test.each(
    [...arabicRules, ...latinArticles, ...latinConsonants, ...latinVowels].map(
      (rule) => [rule.id, rule] as const,
    ),
  )('%s: the names are spellings of each other, and a similar name is not', async (_id, rule) => {
    const [one, other] = rule.same;
    for (const [searched, name] of [
      [one, other],
      [other, one],
    ] as const)
      expect([searched, name, await findHit(searched, name)]).toEqual([
        searched,
        name,
        expect.objectContaining({ rule: 'SPELLING', score: sameSpelling }),
      ]);
    expect((await findHit(rule.apart[0], rule.apart[1]))?.score ?? 0).toBeLessThan(sameSpelling);
  });
});

describe('translated words', () => {
  test.each(qualifiers.map((word) => [word.key, word] as const))(
    '%s matches before or after the name, in both scripts',
    async (key, word) => {
      for (const english of word.english)
        expect([
          english,
          await findHit(`${english} Farhaniyeh`, `Farhaniyeh ${key}`),
        ]).toMatchObject([english, { score: sameSpelling }]);
      for (const arabic of word.arabic) {
        expect([arabic, await findHit(`فرحانية ${arabic}`, `Farhaniyeh ${key}`)]).toMatchObject([
          arabic,
          { rule: 'SCRIPT' },
        ]);
      }
      const other = qualifiers.find((each) => each !== word)!;
      expect(
        (await findHit(`${other.english[0]} Farhaniyeh`, `Farhaniyeh ${key}`))!.score,
      ).toBeLessThan(0.8);
    },
  );

  test.each(features.map((word) => [word.key, word] as const))(
    '%s matches in both scripts',
    async (_key, word) => {
      for (const english of word.english)
        expect(
          (await findHit(`${english} Shihab`, `${word.english[0]} Shihab`))!.score,
        ).toBeGreaterThanOrEqual(sameSpelling);
      for (const arabic of word.arabic)
        expect([
          arabic,
          await findHit(`${arabic} شهاب`, `${word.english[0]} Shihab`),
        ]).toMatchObject([arabic, { rule: 'SCRIPT' }]);
      expect(
        (await findHit(`${word.english[0]} Shihab`, `${word.english[0]} Zubayda`))?.score ?? 0,
      ).toBeLessThan(0.6);
    },
  );

  test.each(appositions.english.map((word) => [word]))(
    '%s after a name is ignored, unless it is the whole name',
    async (word) => {
      expect(await findHit(`Qumhanah ${word}`, 'Qumhanah')).toMatchObject({ score: sameSpelling });
      expect((await findHit(word, 'Qumhanah'))?.score ?? 0).toBeLessThan(0.5);
    },
  );
});
