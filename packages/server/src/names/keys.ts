import { arabicRules } from './arabic.rules.ts';
import { cyrillicLetters, slavicReadings, slavicSteps, ukrainianOnly } from './cyrillic.rules.ts';
import { exactRules, marks, silentHa } from './exact.rules.ts';
import { latinArticles, latinConsonants, latinVowels } from './latin.rules.ts';
import { latinSoundSteps, readings } from './latin-sounds.rules.ts';
import { markedConsonants, markedVowels } from './marked.rules.ts';
import { changed, changes, quoted, statements } from './rule.ts';
import { arabicLetters, consonantLetters, emptyGap, vowelLetters } from './sound.rules.ts';
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

const array = (values: readonly string[]): string => `'{${values.join()}}'`;
const textArray = (list: readonly Word[], of: (word: Word) => readonly (string | undefined)[]) =>
  array(list.flatMap(of).map((value) => value ?? ''));

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

const gap = (values: readonly number[]) =>
  ['must', 'has', 'allows', 'omits'].map((set, i) => `${set} := ${values[i]};`).join(' ');

const marked = markedConsonants.flatMap(({ letters }) => Object.keys(letters)).join('');
const long = Object.keys(markedVowels.letters).join('');

/** For each reading of one script: `sounds` read in this way. */
const readingRows = readings
  .map(({ script, steps }) => `(${quoted(script)}, ${changed(steps)})`)
  .join(',\n    ');
const slavicRows = slavicReadings.map(({ steps }) => `(${changed(steps)})`).join(', ');

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

-- The name with its marked consonants spelled out; null if it has none.
create or replace function name_unmarked(name text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text;
begin
  if name !~* '[${marked}]' then return null; end if;
  x := lower(normalize(left(name, 500), NFC));
${changes(markedConsonants.map(({ letters }) => ({ parts: letters })))}
  return x;
end $$;

-- The name with its marked vowels written twice: they are long. Null if it has none.
create or replace function name_lengthened(name text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text;
begin
  if name !~* '[${long}]' then return null; end if;
  x := lower(normalize(left(name, 500), NFC));
${changes([{ parts: markedVowels.letters }])}
  return x;
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
  qualifiers constant text[] := ${textArray(qualifiers, (word) => [keyOf(word), firstArabic(word)])};
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
  end if;
  if script = 'Arab' then
${changes(
  [
    { letters: [arabicFrom, arabicTo] },
    { parts: { ' å': ' ā', 'ý ': 'ÿ ', 'h ': 'é ', ll: 'l' } },
    // Only at the end of a word may Latin spellings omit it.
    { pattern: 'ĥ(?! )', to: 'h' },
  ],
  'p',
)}
  end if;
  select string_agg(key, ' ' order by is_qualifier, case when is_qualifier then key end collate "C", n),
    string_agg(sound, ' ' order by is_qualifier, case when is_qualifier then key end collate "C", n),
    case when bool_or(is_qualifier)
      then coalesce(string_agg(sound, ' ' order by n) filter (where not is_qualifier), '') end
  into spelled, sounds, stem
  from (
    select n, coalesce(${jsonb(words.flatMap((word) => word.forms.map((form) => [form, word.key] as const)))} ->> w, w) as key,
      coalesce(${jsonb(words.flatMap((word) => [word.key, ...word.forms].map((form) => [form, keySound(word)] as const)))} ->> w, v) as sound
    from unnest(string_to_array(btrim(x), ' '), string_to_array(btrim(p), ' '))
      with ordinality as words(w, v, n)) as word
  cross join lateral (select key = any (qualifiers) as is_qualifier) q;
end $$;

-- The consonants of a name, the sounds of all its gaps and consonants as bits, and the consonants
-- of each word that is not only a feature or a qualifier. All null if no rule knows a letter.
create or replace function name_sound(sounds text, is_arabic boolean,
  out skeleton text, out sound varbit, out words text[])
language plpgsql immutable strict parallel safe as $$
declare
  vowels constant text := '${vowelLetters.map(({ letter }) => letter).join('')}';
  ${(['must', 'has', 'allows', 'omits'] as const).map((set) => `vowel_${set} constant int[] := ${array(vowelLetters.map((each) => String(each[set])))};`).join('\n  ')}
  vowel_is_written constant boolean[] := ${array(vowelLetters.map(({ isWritten }) => String(isWritten)))};
  consonants constant text := '${consonantLetters.map(({ letter }) => letter).join('')}';
  skeletons constant text := '${consonantLetters.map(({ skeleton }) => skeleton).join('')}';
  consonant_has constant int[] := ${array(consonantLetters.map(({ has }) => String(has)))};
  consonant_omits constant int[] := ${array(consonantLetters.map(({ omits }) => String(omits)))};
  common constant text[] := ${textArray(words, (word) => [keySound(word), arabicSound(firstArabic(word) ?? '')])};
  c text;
  at int;
  must int := 0; has int := 0; allows int := 0; omits int := 0;
  letters int := 0;
  is_written boolean;
  is_boundary boolean := true;
  has_alif boolean := false;
  after_alif boolean := false;
  word text := '';
  word_start int := 1;
  n int := 0;
  all_must text := ''; all_has text := ''; all_allows text := ''; all_omits text := '';
begin
  skeleton := '';
  words := '{}';
  foreach c in array string_to_array(sounds || ' ', null) loop
    n := n + 1;
    at := strpos(vowels, c);
    if at > 0 then
      letters := letters + 1;
      must := must | vowel_must[at]; has := has | vowel_has[at];
      allows := allows | vowel_allows[at]; omits := omits | vowel_omits[at];
      is_written := vowel_is_written[at];
      has_alif := has_alif or c = 'å';
      continue;
    end if;
    if c = ' ' then
      if letters > 0 and is_written then
        -- A vowel at the end of the name is always written.
        if n > length(sounds) then must := must | 8; else has := has | 8; end if;
        allows := allows | 8; omits := omits | 8;
      end if;
      if length(word) > 1 and not substr(sounds, word_start, n - word_start) = any (common)
        and not word = any (words) then
        words := words || word;
      end if;
      is_boundary := true;
      word := '';
      word_start := n + 1;
      continue;
    end if;
    at := strpos(consonants, c);
    if at = 0 then
      skeleton := null; words := null;
      return;
    end if;
    if letters = 0 and is_arabic and skeleton <> '' then
      if after_alif and not is_boundary then ${gap(emptyGap.afterAlif)}
      else ${gap(emptyGap.arabic)} end if;
    end if;
    all_must := all_must || to_hex(must) || '0';
    all_has := all_has || to_hex(has) || to_hex(consonant_has[at]);
    all_allows := all_allows || to_hex(allows) || 'f';
    all_omits := all_omits || to_hex(omits) || to_hex(consonant_omits[at]);
    word := word || substr(skeletons, at, 1);
    skeleton := skeleton || substr(skeletons, at, 1);
    after_alif := has_alif;
    must := 0; has := 0; allows := 0; omits := 0; letters := 0;
    has_alif := false; is_boundary := false;
  end loop;
  if skeleton = '' then
    skeleton := null; words := null;
    return;
  end if;
  sound := ('x' || all_must || to_hex(must) || all_has || to_hex(has)
    || all_allows || to_hex(allows) || all_omits || to_hex(omits))::varbit;
end $$;

-- The other ways in which a search reads these sounds and this Latin spelling.
create or replace function name_readings(of_script text, x text) returns setof text
language sql immutable strict parallel safe rows 2 as $$
  select distinct r.sounds from (values
    ${readingRows}) as r(script, sounds)
  where r.script = of_script and r.sounds <> x
$$;

create or replace function slavic_readings(x text) returns setof text
language sql immutable strict parallel safe rows 1 as $$
  select distinct name_slavic(r.latin) from (values ${slavicRows}) as r(latin) where r.latin <> x
$$;
`;
