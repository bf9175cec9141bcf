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
create or replace function name_ordered(spelled text, stem boolean) returns text language plpgsql immutable strict parallel safe as $$
begin
  if not string_to_array(spelled, ' ') && ${told} then return spelled; end if;
  return (
    select coalesce(string_agg(w, ' ' order by w = any (${told}), case when w = any (${told}) then w end collate "C", n), '')
    from unnest(string_to_array(spelled, ' ')) with ordinality as words(w, n) where not (stem and w = any (${told})));
end $$;

create or replace function name_skeleton(spelled text) returns text language plpgsql immutable strict parallel safe as $$
begin
  return nullif(replace(regexp_replace(translate(spelled, '${letters(0)}', '${letters(1)}'), '[^bcdfghjklmnrstxz0-9 ]|h(?= |$)', '', 'g'), ' ', ''), '');
end $$;

-- The keys of a name and, where it is several, of each of them.
create or replace function name_keys(name text)
  returns table (form int, arabic boolean, exact text, spelled text, solid text, skeleton text, stem text) language plpgsql immutable strict parallel safe rows 2 as $$
declare
  parts text[] := array[name];
begin
  if name ~ '${between}' then parts := parts || (regexp_split_to_array(left(name, 500), '${between}'))[1:8]; end if;
  for i in 1 .. cardinality(parts) loop
    form := i - 1;
    exact := name_exact(parts[i]);
    continue when exact = '';
    arabic := exact ~ '[\\u0600-\\u06FF]';
    -- Where nothing but an article or the like is left, that is the name.
    spelled := coalesce(nullif(name_ordered(name_spelled(exact), false), ''), exact);
    solid := regexp_replace(replace(spelled, ' ', ''), '(.)\\1+', '\\1', 'g');
    skeleton := name_skeleton(spelled);
    stem := name_skeleton(name_ordered(spelled, true));
    return next;
  end loop;
end $$;
`;
