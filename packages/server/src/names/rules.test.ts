import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { arabicRules, scriptLetters } from './arabic.rules.ts';
import { exactRules } from './exact.rules.ts';
import { latinConsonants, latinVowels } from './latin.rules.ts';
import { appositions, features, qualifiers } from './words.rules.ts';

let api: Api;
const known = new Map<string, string>();

/** The place of a name, written when it is first asked for. */
async function place(name: string): Promise<string> {
  const id = known.get(name) ?? (await fixtures(api).aLocation(name));
  known.set(name, id);
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

/** How a name finds a place; undefined when it does not. */
async function found(asked: string, name: string): Promise<Hit | undefined> {
  const id = await place(name);
  const { search } = await api.data(
    'query ($text: String!) { search(text: $text, types: [LOCATION], first: 100) { nodes { rule score record { id } } } }',
    { text: asked },
  );
  return search.nodes.find(({ record }: Hit) => record.id === id);
}

/** By the spelling alone: vowels that differ make it less. */
const same = 0.97;

describe('each rule', () => {
  test('has an id, a sentence, a source', () => {
    const rules = [...exactRules, ...arabicRules, ...latinConsonants, ...latinVowels];
    expect(rules.filter(({ says, source }) => !says.endsWith('.') || source.length < 5)).toEqual(
      [],
    );
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(
      [...qualifiers, ...features, appositions].filter(({ source }) => source.length < 5),
    ).toEqual([]);
  });

  test.each(exactRules.map((rule) => [rule.id, rule] as const))(
    '%s: no spelling at all',
    async (_id, rule) => {
      expect(await found(rule.same[0], rule.same[1])).toMatchObject({ rule: 'EXACT', score: 1 });
      expect((await found(rule.apart[0], rule.apart[1]))?.rule).not.toBe('EXACT');
    },
  );

  test.each(
    [...arabicRules, ...latinConsonants, ...latinVowels].map((rule) => [rule.id, rule] as const),
  )('%s: another spelling, and not of what comes near', async (_id, rule) => {
    const [one, other] = rule.same;
    for (const [asked, kept] of [
      [one, other],
      [other, one],
    ] as const)
      expect([asked, kept, await found(asked, kept)]).toEqual([
        asked,
        kept,
        expect.objectContaining({ rule: 'SPELLING', score: same }),
      ]);
    expect((await found(rule.apart[0], rule.apart[1]))?.score ?? 0).toBeLessThan(same);
  });
});

describe('words that are translated', () => {
  test.each(qualifiers.map((word) => [word.key, word] as const))(
    '%s, before the name or behind it, in both scripts',
    async (key, word) => {
      for (const english of word.english)
        expect([english, await found(`${english} Farhaniyeh`, `Farhaniyeh ${key}`)]).toMatchObject([
          english,
          { score: same },
        ]);
      for (const arabic of word.arabic) {
        expect([arabic, await found(`فرحانية ${arabic}`, `Farhaniyeh ${key}`)]).toMatchObject([
          arabic,
          { rule: 'SCRIPT' },
        ]);
      }
      const other = qualifiers.find((each) => each !== word)!;
      expect(
        (await found(`${other.english[0]} Farhaniyeh`, `Farhaniyeh ${key}`))!.score,
      ).toBeLessThan(0.8);
    },
  );

  test.each(features.map((word) => [word.key, word] as const))(
    '%s, in both scripts',
    async (_key, word) => {
      for (const english of word.english)
        expect(
          (await found(`${english} Shihab`, `${word.english[0]} Shihab`))!.score,
        ).toBeGreaterThanOrEqual(same);
      for (const arabic of word.arabic)
        expect([arabic, await found(`${arabic} شهاب`, `${word.english[0]} Shihab`)]).toMatchObject([
          arabic,
          { rule: 'SCRIPT' },
        ]);
      expect(
        (await found(`${word.english[0]} Shihab`, `${word.english[0]} Zubayda`))?.score ?? 0,
      ).toBeLessThan(0.6);
    },
  );

  test.each(appositions.english.map((word) => [word]))(
    '%s behind a name is no part of it, but is one where nothing else is left',
    async (word) => {
      expect(await found(`Qumhanah ${word}`, 'Qumhanah')).toMatchObject({ score: same });
      expect((await found(word, 'Qumhanah'))?.score ?? 0).toBeLessThan(0.5);
    },
  );
});

test.each(
  scriptLetters.flatMap(([arabic, latin]) =>
    [...arabic].map((letter, i) => [letter, latin[i]!] as const),
  ),
)('%s is the %s of Latin names', async (arabic, latin) => {
  const written: Record<string, string> = { c: 'sh', x: 'kh', g: 'gh' };
  expect(await found(`ب${arabic}اس`, `ba${written[latin] ?? latin}as`)).toMatchObject({
    rule: 'SCRIPT',
  });
  expect((await found(`ب${arabic}اس`, `ba${latin === 'f' ? 'k' : 'f'}as`))?.rule).not.toBe(
    'SCRIPT',
  );
});
