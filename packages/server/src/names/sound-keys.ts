import { slavicReadings } from './cyrillic.rules.ts';
import { readings } from './latin-sounds.rules.ts';
import { changed } from './rule.ts';
import { consonantLetters, emptyGap, type Sounds, vowelLetters } from './sound.rules.ts';

/** A constant array of SQL. */
export const array = (values: readonly string[]): string => `'{${values.join()}}'`;

/** The four sets of sounds in one number. */
const packed = ({ must, has, allows, omits }: Sounds): number =>
  4096 * must + 256 * has + 16 * allows + omits;
const hex = (bits: number): string => bits.toString(16).padStart(4, '0');

const vowels = vowelLetters.map(({ letter }) => letter).join('');
const consonants = consonantLetters.map(({ letter }) => letter).join('');
const consonantBits = consonantLetters
  .map(({ has, omits }) => hex(packed({ must: 0, has, allows: 15, omits })))
  .join('');
const endOfWord = packed({ must: 0, has: 8, allows: 8, omits: 8 });
const endOfName = packed({ must: 8, has: 0, allows: 8, omits: 8 });
const skeletons = consonantLetters.map(({ skeleton }) => skeleton).join('');

/** The ways to read `x` in one script. */
const readingsOf = (script: string): string =>
  readings
    .filter((reading) => reading.script === script)
    .map(({ steps }) => changed(steps))
    .join(',\n      ');

const slavicReadingsOf = (script: string): string =>
  slavicReadings
    .filter((reading) => reading.script === script)
    .map(({ steps }) => changed(steps))
    .join(',\n      ');

/**
 * The functions that compute skeleton and sound from the letters of `sound.rules.ts`. `common` is a
 * constant of SQL: words that are in too many names to look names up by them.
 */
export const soundFunctions = (common: string): string => `
-- The consonants of sounds, word by word.
create or replace function name_consonants(sounds text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return translate(sounds, '${consonants + vowels}', '${skeletons}');
end $$;

-- The consonants of a name; the sounds of all its gaps and consonants, 16 bits each; and the
-- consonants of each word that is not only a feature or a qualifier. All null if no rule knows a
-- letter.
create or replace function name_sound(sounds text, is_arabic boolean,
  out skeleton text, out sound varbit, out words text[])
language plpgsql immutable strict parallel safe as $$
declare
  vowels constant text := '${vowels}';
  vowel_bits constant int[] := ${array(vowelLetters.map((each) => String(packed(each))))};
  unwritten constant text := '${vowelLetters
    .filter(({ isWritten }) => !isWritten)
    .map(({ letter }) => letter)
    .join('')}';
  consonants constant text := '${consonants}';
  consonant_bits constant text := '${consonantBits}';
  c text;
  before text := ' ';
  at int;
  gap int := 0;
  is_boundary boolean := true;
  has_alif boolean := false;
  after_alif boolean := false;
  bits text := '';
begin
  foreach c in array string_to_array(sounds, null) loop
    at := strpos(vowels, c);
    if at > 0 then
      gap := gap | vowel_bits[at];
      if c = 'å' then has_alif := true; end if;
    elsif c = ' ' then
      -- A vowel at the end of a word may be missing where the words are written as one.
      if gap > 0 and strpos(unwritten, before) = 0 then gap := gap | ${endOfWord}; end if;
      is_boundary := true;
    else
      at := strpos(consonants, c);
      if at = 0 then return; end if;
      if gap = 0 and is_arabic and bits <> '' then
        gap := case when after_alif and not is_boundary then ${packed(emptyGap.afterAlif)}
          else ${packed(emptyGap.arabic)} end;
      end if;
      bits := bits || right(to_hex(65536 | gap), 4) || substr(consonant_bits, 4 * at - 3, 4);
      after_alif := has_alif;
      gap := 0; has_alif := false; is_boundary := false;
    end if;
    before := c;
  end loop;
  if bits = '' then return; end if;
  -- A vowel at the end of a name is always written.
  if gap > 0 and strpos(unwritten, before) = 0 then gap := gap | ${endOfName}; end if;
  sound := ('x' || bits || right(to_hex(65536 | gap), 4))::varbit;
  skeleton := name_consonants(sounds);
  if strpos(sounds, ' ') = 0 then
    words := case when length(skeleton) > 1 and not sounds = any (${common}) then array[skeleton]
      else '{}' end;
  else
    words := array(
      select distinct w
      from unnest(string_to_array(sounds, ' '), string_to_array(skeleton, ' ')) as list(s, w)
      where length(w) > 1 and not s = any (${common}));
    skeleton := replace(skeleton, ' ', '');
  end if;
end $$;

-- The ways in which a search reads these sounds and this Latin spelling.
create or replace function name_readings(script text, x text) returns text[]
language plpgsql immutable strict parallel safe as $$
begin
  if script = 'Arab' then
    return array[${readingsOf('Arab')}];
  end if;
  return array[${readingsOf('Latn')}];
end $$;

create or replace function slavic_readings(script text, x text) returns text[]
language plpgsql immutable strict parallel safe as $$
begin
  if script = 'Cyrl' then
    return array[${slavicReadingsOf('Cyrl')}];
  end if;
  return array[${slavicReadingsOf('Latn')}];
end $$;
`;
