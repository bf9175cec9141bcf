import { arabicRules, scriptLetters } from './arabic.rules.ts';
import { exactRules } from './exact.rules.ts';
import { latinConsonants, latinVowels } from './latin.rules.ts';
import { statements } from './rule.ts';
import { appositions, features, qualifiers, type Word } from './words.rules.ts';

const words = [...features, ...qualifiers];
const list = (of: (word: Word) => readonly string[], to: (word: Word) => string) =>
  `'${JSON.stringify(Object.fromEntries(words.flatMap((word) => of(word).map((from) => [from, to(word)]))))}'::jsonb`;
const told = `'{${qualifiers.flatMap(({ key, arabic: [first] }) => [key, first]).join()}}'::text[]`;

/** Each word of `x` for what stands for it in a list. */
const translate = (entries: string) => `
  x := ' ' || (select string_agg(coalesce(${entries} ->> w, w), ' ' order by n) from unnest(string_to_array(btrim(x), ' ')) with ordinality as words(w, n)) || ' ';`;

const letters = (place: 0 | 1) => scriptLetters.map((row) => row[place]).join('');

/** Where a name is several: "Abu Rasin/Zarkan", "Amiriya - Meirkan", "Syrian Observatory (SOHR)". */
const between = '\\s*[/;|()]+\\s*|\\s+[-–—]+\\s*|\\s*[-–—]+\\s+|_+';

/**
 * What names are compared by. All of it is computed in the database, for names that are written and for those that are asked alike:
 * `exact`, from which `spelled` is read, words of which `solid` has no blanks; from that the `skeleton` of consonants, which both scripts
 * share, and its `stem`, without what tells several of a name apart (Western, Upper, Big). Keys are cut off at a length that an index takes.
 */
export const keyFunctions = `
create extension if not exists pg_trgm;

create or replace function name_exact(name text) returns text language plpgsql immutable strict parallel safe as $$
declare
  x text := lower(normalize(left(name, 500), NFKD));
begin
${statements(exactRules.slice(0, 1))}
  x := normalize(x, NFC);
${statements(exactRules.slice(1))}
  return btrim(left(btrim(x), 200));
end $$;

create or replace function name_spelled(exact text) returns text language plpgsql immutable strict parallel safe as $$
declare
  x text := ' ' || exact || ' ';
begin
  if x ~ '[\\u0600-\\u06FF]' then
${statements(arabicRules)}
${translate(
  list(
    ({ arabic }) => arabic,
    ({ arabic: [first] }) => first!,
  ),
)}
  end if;
  if x ~ '[a-z]' then
    x := regexp_replace(x, '(?<=[^ ])(?: (?:${appositions.english.join('|')}))+ $', ' ');
${statements(latinConsonants.slice(0, 2))}
${translate(
  list(
    ({ english }) => english,
    ({ key }) => key,
  ),
)}
${statements(latinConsonants.slice(2))}
${statements(latinVowels)}
${translate(
  list(
    ({ forms }) => forms,
    ({ key }) => key,
  ),
)}
  end if;
  return btrim(x);
end $$;

-- What tells several of a name apart goes behind it, in one order, or is left out.
create or replace function name_ordered(spelled text, stem boolean) returns text language sql immutable strict parallel safe as $$
  select coalesce(string_agg(w, ' ' order by w = any (${told}), case when w = any (${told}) then w end collate "C", n), '')
  from unnest(string_to_array(spelled, ' ')) with ordinality as words(w, n) where not (stem and w = any (${told}))
$$;

create or replace function name_skeleton(spelled text) returns text language sql immutable strict parallel safe as $$
  select nullif(replace(regexp_replace(translate(spelled, '${letters(0)}', '${letters(1)}'), '[^bcdfghjklmnrstxz0-9 ]|h(?= |$)', '', 'g'), ' ', ''), '')
$$;

-- A name and, where it is several, each of them.
create or replace function name_forms(name text) returns table (form int, exact text) language sql immutable strict parallel safe as $$
  select f.form, f.exact from (
    select 0 as form, name_exact(name) as exact
    union all select n::int, name_exact(part) from regexp_split_to_table(left(name, 500), '${between}') with ordinality as parts(part, n)
    where name ~ '${between}' and n <= 8
  ) f where f.exact <> ''
$$;

create or replace function name_keys(name text)
  returns table (form int, arabic boolean, exact text, spelled text, solid text, skeleton text, stem text) language sql immutable strict parallel safe as $$
  select f.form, f.exact ~ '[\\u0600-\\u06FF]', f.exact, s.spelled, regexp_replace(replace(s.spelled, ' ', ''), '(.)\\1+', '\\1', 'g'),
    name_skeleton(s.spelled), name_skeleton(name_ordered(s.spelled, true))
  from name_forms(name) f cross join lateral (select name_ordered(name_spelled(f.exact), false) as spelled) s
$$;
`;
