import { arabicRules, scriptLetters } from './arabic.rules.ts';
import { exactRules } from './exact.rules.ts';
import { latinConsonants, latinVowels } from './latin.rules.ts';
import { statements } from './rule.ts';
import { appositions, features, qualifiers, type Word } from './words.rules.ts';

const words = [...features, ...qualifiers];

/** Replaces each word of `x` that `spellings` lists by what `to` says. */
const replaceWords = (
  spellings: (word: Word) => readonly string[],
  to: (word: Word) => string | undefined,
): string => {
  const pairs = words.flatMap((word) => spellings(word).map((from) => [from, to(word)]));
  const replacements = `'${JSON.stringify(Object.fromEntries(pairs))}'::jsonb`;
  return `
    x := ' ' || (
      select string_agg(coalesce(${replacements} ->> w, w), ' ' order by n)
      from unnest(string_to_array(btrim(x), ' ')) with ordinality as words(w, n)) || ' ';`;
};

const keyOf = ({ key }: Word) => key;
const firstArabic = ({ arabic }: Word) => arabic[0];

/** The qualifiers as the rules leave them, in both scripts. */
const qualifierList = qualifiers.flatMap((word) => [keyOf(word), firstArabic(word)]).join();

const arabicLetters = scriptLetters.map(([arabic]) => arabic).join('');
const latinLetters = scriptLetters.map(([, latin]) => latin).join('');

/**
 * The functions that compute the keys of a name, generated from the rules. Each key is read from
 * the one before: `exact`; `spelled`, by the rules of its script; `skeleton`, the consonants, which
 * both scripts share. `name-keys.sql` puts them together: `solid` is `spelled` without blanks, and
 * `stem` is the skeleton without qualifiers such as Western or Upper. Written names and the names
 * of a search go through the same functions. Lengths are limited to what an index entry takes.
 */
export const nameKeyFunctions = `
create extension if not exists pg_trgm;

create or replace function name_exact(name text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text := lower(normalize(left(name, 500), NFKD));
begin
${statements(exactRules.slice(0, 1))}
  x := normalize(x, NFC);
${statements(exactRules.slice(1))}
  return btrim(left(btrim(x), 200));
end $$;

create or replace function name_spelled(exact text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text := ' ' || exact || ' ';
begin
  if x ~ '[\\u0600-\\u06FF]' then
${statements(arabicRules)}
${replaceWords(({ arabic }) => arabic, firstArabic)}
  end if;
  if x ~ '[a-z]' then
    x := regexp_replace(x, '(?<=[^ ])(?: (?:${appositions.english.join('|')}))+ $', ' ');
${statements(latinConsonants.slice(0, 2))}
${replaceWords(({ english }) => english, keyOf)}
${statements(latinConsonants.slice(2))}
${statements(latinVowels)}
${replaceWords(({ forms }) => forms, keyOf)}
  end if;
  return btrim(x);
end $$;

-- Moves qualifiers behind the name, in one order, or leaves them out.
create or replace function name_ordered(spelled text, stem boolean) returns text
language plpgsql immutable strict parallel safe as $$
declare
  qualifiers constant text[] := '{${qualifierList}}';
begin
  if not string_to_array(spelled, ' ') && qualifiers then return spelled; end if;
  return (
    select coalesce(string_agg(w, ' ' order by w = any (qualifiers),
      case when w = any (qualifiers) then w end collate "C", n), '')
    from unnest(string_to_array(spelled, ' ')) with ordinality as words(w, n)
    where not (stem and w = any (qualifiers)));
end $$;

create or replace function name_skeleton(spelled text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return nullif(replace(regexp_replace(
    translate(spelled, '${arabicLetters}', '${latinLetters}'),
    '[^bcdfghjklmnrstxz0-9 ]|h(?= |$)', '', 'g'), ' ', ''), '');
end $$;
`;
