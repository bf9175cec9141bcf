import { arabicRules } from './arabic.rules.ts';
import { cyrillicLetters, slavicSteps, ukrainianOnly } from './cyrillic.rules.ts';
import { exactRules, marks, silentHa } from './exact.rules.ts';
import { latinArticles, latinConsonants, latinVowels } from './latin.rules.ts';
import { latinSoundSteps } from './latin-sounds.rules.ts';
import { markedConsonants, markedVowels } from './marked.rules.ts';
import { changes, quoted, statements } from './rule.ts';
import { arabicLetters } from './sound.rules.ts';
import { array, soundFunctions } from './sound-keys.ts';
import { appositions, features, qualifiers, type Word } from './words.rules.ts';

const words = [...features, ...qualifiers];

/** A constant of SQL that looks words up. */
const jsonb = (pairs: readonly (readonly [string, string])[]): string =>
  `${quoted(JSON.stringify(Object.fromEntries(pairs)))}::jsonb`;

/** Replaces each word of `x` that `spellings` lists by what `to` says. */
const replaceWords = (
  spellings: (word: Word) => readonly string[],
  to: (word: Word) => string | undefined,
): string => `
    x := ' ' || (
      select string_agg(coalesce(${jsonb(
        words.flatMap((word) => spellings(word).map((from) => [from, to(word) ?? from] as const)),
      )} ->> w, w), ' ' order by n)
      from unnest(string_to_array(btrim(x), ' ')) with ordinality as words(w, n)) || ' ';`;

const keyOf = ({ key }: Word) => key;
const firstArabic = ({ arabic }: Word) => arabic[0];

/** Arabic letters as sounds, then what a letter is at the start and the end of a word. */
const arabicFrom = arabicLetters.map(([arabic]) => arabic).join('');
const arabicTo = arabicLetters.map(([, sounds]) => sounds).join('');
const arabicSound = (text: string): string =>
  [...text]
    .map((letter) => arabicTo[arabicFrom.indexOf(letter)] ?? letter)
    .join('')
    .replace(/^å/, 'ā')
    .replace(/ý$/, 'ÿ')
    .replace(/h$/, 'é')
    .replace(/ĥ(?!$)/g, 'h');
const keySound = ({ key }: Word) => key.replaceAll('c', 'S').replaceAll('x', 'X');

const textArray = (list: readonly Word[], of: (word: Word) => readonly (string | undefined)[]) =>
  array(list.flatMap(of).map((value) => value ?? ''));

/** The qualifiers as the rules leave them, in both scripts. */
const qualifierKeys = textArray(qualifiers, (word) => [keyOf(word), firstArabic(word)]);

/** By the forms of a word, as the Latin rules leave them: its key, and the sounds of its key. */
const keysByForm = jsonb(
  words.flatMap((word) => word.forms.map((form) => [form, word.key] as const)),
);
const soundsByForm = jsonb(
  words.flatMap((word) => [word.key, ...word.forms].map((form) => [form, keySound(word)] as const)),
);

/** Words that are in too many names to look names up by them. */
const common = textArray(words, (word) => [keySound(word), arabicSound(firstArabic(word) ?? '')]);

const cyrillic = Object.entries(
  Object.assign({}, ...cyrillicLetters.map(([, letters]) => letters)),
) as [string, string][];
const singles = cyrillic.filter(([, latin]) => latin.length === 1);
const silent = cyrillic.filter(([, latin]) => latin === '').map(([letter]) => letter);
const romanise = changes([
  { parts: Object.fromEntries(cyrillic.filter(([, latin]) => latin.length > 1)) },
  {
    letters: [
      [...singles.map(([letter]) => letter), ...silent].join(''),
      singles.map(([, latin]) => latin).join(''),
    ],
  },
]);

const marked = markedConsonants.flatMap(({ letters }) => Object.keys(letters)).join('');
const long = Object.keys(markedVowels.letters).join('');

/**
 * The functions that compute the keys of a name, generated from the rules: `exact`; then by the
 * rules of its script `spelled`, `sounds` (the letters of `sound.rules.ts`) and, for Latin and
 * Cyrillic, `slavic`. `name-keys.sql` puts them together. Stored names and the names of a search
 * go through the same functions. Lengths are limited to what an index entry takes.
 */
export const nameKeyFunctions = `
create extension if not exists pg_trgm;

create or replace function name_exact(name text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text := lower(normalize(left(name, 500), NFKD));
begin
${statements([silentHa, marks])}
  x := normalize(x, NFC);
${statements(exactRules)}
  return btrim(left(btrim(x), 200));
end $$;

-- The name with its marked consonants spelled out, and with its marked vowels, which are long,
-- written twice. Null if it has none.
create or replace function name_unmarked(name text, out consonants text, out vowels text)
language plpgsql immutable strict parallel safe as $$
declare
  x text;
  plain text;
begin
  if octet_length(name) = char_length(name) then return; end if;
  plain := lower(normalize(left(name, 500), NFC));
  if translate(plain, '${marked}', '') <> plain then
    x := plain;
${changes(markedConsonants.map(({ letters }) => ({ parts: letters })))}
    consonants := x;
  end if;
  if translate(plain, '${long}', '') <> plain then
    x := plain;
${changes([{ parts: markedVowels.letters }])}
    vowels := x;
  end if;
end $$;

create or replace function name_slavic(latin text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text := latin;
begin
${changes(slavicSteps)}
  return nullif(x, '');
end $$;

-- Reads a name by the rules of its script. Qualifiers are moved behind the name, in one order;
-- \`stem\` has the sounds of the name without them, null if it has none.
create or replace function name_read(exact text,
  out script text, out spelled text, out sounds text, out stem text, out latin text)
language plpgsql immutable strict parallel safe as $$
declare
  qualifiers constant text[] := ${qualifierKeys};
  x text := ' ' || exact || ' ';
  p text;
begin
  script := case when x ~ '[\\u0600-\\u06FF\\u0750-\\u077F]' then 'Arab'
    when x ~ '[\\u0400-\\u052F]' then 'Cyrl' else 'Latn' end;
  if script = 'Arab' then
${statements(arabicRules)}
${replaceWords(({ arabic }) => arabic, firstArabic)}
  elsif script = 'Cyrl' then
    x := replace(x, 'зг', 'zgh');
    x := replace(x, 'г', case when x ~ '${ukrainianOnly}' then 'h' else 'g' end);
${romanise}
  end if;
  if script <> 'Arab' then latin := btrim(x); end if;
  p := x;
  if x ~ '[a-z]' then
    x := regexp_replace(x, '(?<=[^ ])(?: (?:${appositions.english.join('|')}))+ $', ' ');
${statements(latinArticles)}
${replaceWords(({ english }) => english, keyOf)}
    p := x;
${statements(latinConsonants)}
${statements(latinVowels)}
${changes(latinSoundSteps, 'p')}
    -- Cyrillic script has other letters for u.
    if script = 'Cyrl' then p := translate(p, 'ŷ', 'y'); end if;
  end if;
  if script = 'Arab' then
${changes(
  [
    { letters: [arabicFrom, arabicTo] },
    { parts: { ' å': ' ā', 'ý ': 'ÿ ', 'h ': 'é ', ll: 'l' } },
    // Only at the end of a word may Latin spellings omit it.
    { parts: { 'ĥ ': '#', ĥ: 'h', '#': 'ĥ ' } },
  ],
  'p',
)}
  end if;
  select string_agg(key, ' ' order by is_qualifier, rank, n),
    string_agg(sound, ' ' order by is_qualifier, rank, n),
    case when bool_or(is_qualifier)
      then coalesce(string_agg(sound, ' ' order by n) filter (where not is_qualifier), '') end
  into spelled, sounds, stem
  from (
    select n, coalesce(${keysByForm} ->> w, w) as key,
      coalesce(${soundsByForm} ->> w, v) as sound
    from unnest(string_to_array(btrim(x), ' '), string_to_array(btrim(p), ' '))
      with ordinality as words(w, v, n)) as word
  cross join lateral (select key = any (qualifiers) as is_qualifier) q
  cross join lateral (select case when is_qualifier then key end collate "C" as rank) r;
end $$;

${soundFunctions(common)}
`;
