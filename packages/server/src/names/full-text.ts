import { arabicRules } from './arabic.rules.ts';
import { exactRules } from './exact.rules.ts';
import { statements } from './rule.ts';

/** Languages whose words PostgreSQL knows in all their forms. Others, Arabic too, are searched by our own rules of spelling alone. */
const stemmed: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  ru: 'russian',
  tr: 'turkish',
};

/** Much more would not go into one index entry: PostgreSQL takes 1 MB of different words. */
const most = 100_000;

const vector = (config: string, x: string): string => `to_tsvector('pg_catalog.${config}', ${x})`;
const asked = ['simple', ...Object.values(stemmed)];
const either = (parse: string, x: string): string =>
  asked.map((config) => `${parse}('pg_catalog.${config}', ${x})`).join(' || ');

/** Case, marks and Arabic spelling left aside; of `x`. */
const fold = `
  if octet_length(x) <> char_length(x) then
    x := normalize(x, NFKD);
${statements(exactRules.slice(0, 1))}
    x := normalize(x, NFC);
    if x ~ '[\\u0600-\\u06FF]' then
      x := ' ' || x || ' ';
${statements(arabicRules)}
    end if;
  end if;`;

/**
 * The words of texts, as an index has them; and what is asked of it. Each text has the words of one language, so a question is asked in all.
 * `words_of` calls no function of ours: PostgreSQL takes the statistics of an index without the search path by which it would be found.
 */
export const wordFunctions = `
create or replace function folded(said text) returns text language plpgsql immutable strict parallel safe as $$
declare
  x text := lower(left(said, ${most}));
begin${fold}
  return x;
end $$;

-- ANALYZE and other upkeep run with an empty search path, and an index calls it: so it brings its own.
create or replace function words_of(language text, said text) returns tsvector language plpgsql immutable parallel safe set search_path from current as $$
declare
  x text := lower(left(coalesce(said, ''), ${most}));
begin${fold}
  return case lower(split_part(language, '-', 1)) ${Object.entries(stemmed)
    .map(([tag, config]) => `when '${tag}' then ${vector(config, 'x')}`)
    .join(' ')} else ${vector('simple', 'x')} end;
exception when program_limit_exceeded then
  return ${vector('simple', `left(x, 10000)`)};
end $$;

create or replace function asked_words(asked text, phrase boolean) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
  x text := folded(asked);
begin
  if phrase then return ${either('phraseto_tsquery', 'x')}; end if;
  return ${either('websearch_to_tsquery', 'x')};
exception when internal_error then -- signs of negation, dozens deep: no words are asked by them
  return ${either('plainto_tsquery', 'x')};
end $$;
`;

/** The texts that are searched, by type: where an index has their words, and how well a hit among them fits. */
export const searchedTexts = {
  REPORT: [
    {
      table: 'report',
      name: 'title',
      words: 'words_of(language, title)',
      said: 'title',
      score: 0.62,
    },
    {
      table: 'report',
      name: 'body',
      words: `words_of(language, coalesce(summary, '') || ' ' || coalesce(body, ''))`,
      said: `coalesce(summary, '') || ' ' || coalesce(body, '')`,
      score: 0.58,
    },
  ],
  CLAIM: [
    {
      table: 'claim',
      name: 'statement',
      words: 'words_of(language, statement)',
      said: 'statement',
      score: 0.6,
    },
  ],
} as const;
