/*
 * How a name in the ledger compares with the name of a search. `searched` and `stored` are aliases
 * of rows with the keys of `name_keys`.
 */

const isEqual = (searched: string, stored: string, key: string): string =>
  `${searched}.${key} = ${stored}.${key}`;

const isOtherScript = (searched: string, stored: string): string =>
  `${searched}.script <> ${stored}.script`;

/** How much the sounds differ, up to the end of the shared part of the skeletons. */
const difference = (searched: string, stored: string, key: 'skeleton' | 'stem'): string => {
  const gaps = key === 'stem' ? '' : ' + 1';
  return `sound_difference(
        ${searched}.sound, 0, ${stored}.sound, 0, 2 * length(${searched}.${key})${gaps})`;
};

/** SQL for how well the names fit, from 0 to 1. */
export const likeness = (searched: string, stored: string): string => {
  const equal = (key: string) => isEqual(searched, stored, key);
  const similarity = (key: string) =>
    `coalesce(similarity(${searched}.${key}, ${stored}.${key}), 0)`;
  const otherScript = isOtherScript(searched, stored);
  return `(case
      when ${equal('exact')} then 1
      when ${equal('solid')} then case when ${otherScript} then 0.95 else 0.97 end
      when ${equal('slavic')} and ${otherScript} then 0.92 + 0.03 * ${similarity('spelled')}
      when ${equal('skeleton')} then sound_score(${difference(searched, stored, 'skeleton')},
        ${otherScript}) + case when ${otherScript} then 0 else 0.02 * ${similarity('spelled')} end
      when ${equal('stem')} then 0.6 + 0.2 * ${similarity('spelled')}
        - case when ${difference(searched, stored, 'stem')} < 100 then 0 else 0.1 end
      when ${otherScript} then 0.5 * ${similarity('skeleton')}
      else greatest(0.5 * ${similarity('spelled')} + 0.3 * ${similarity('skeleton')},
        0.4 * word_similarity(${searched}.spelled, ${stored}.spelled),
        0.4 * word_similarity(${stored}.spelled, ${searched}.spelled))
    end - case when ${searched}.form > 0 or ${stored}.form > 0 then 0.03 else 0 end)`;
};

/** SQL for the rule by which the names match, a value of `MatchRule`. */
export const ruleOf = (searched: string, stored: string): string => {
  const equal = (key: string) => isEqual(searched, stored, key);
  const otherScript = isOtherScript(searched, stored);
  const isSame = (condition: string) =>
    `${condition} then case when ${otherScript} then 'SCRIPT' else 'SPELLING' end`;
  // Names with equal skeletons that differ in sound are not compared by their stems, too.
  return `(case
      when ${equal('exact')} then 'EXACT'
      when ${isSame(`${equal('solid')} or (${equal('slavic')} and ${otherScript})`)}
      when ${equal('skeleton')} and ${difference(searched, stored, 'skeleton')} >= 100 then 'SOUND'
      when ${isSame(`${equal('skeleton')}
        or (${equal('stem')} and ${difference(searched, stored, 'stem')} < 100)`)}
      else 'SOUND' end)`;
};

/** The most positions that are compared: names have up to 200 characters. */
const maxPositions = 401;

/**
 * The score of names with the same consonants. From 0.86 on, no sound contradicts; up to 0.7, one
 * does, and the names are different ones.
 */
export const likenessFunctions = `
-- How two stretches of the sounds of names differ: 100 for each sound that must be there and is
-- not, and 1 for each that may have been omitted. A position is a gap or a consonant, with four
-- sets of four bits: must, has, allows, omits. Null: one of the stretches does not exist.
create or replace function sound_difference(
  one varbit, one_at int, other varbit, other_at int, positions int) returns int
language plpgsql immutable strict parallel safe as $$
declare
  n constant int := 16 * positions;
  must_sets constant varbit := substring(x'${'f000'.repeat(maxPositions)}' from 1 for n);
  a varbit := substring(one from 16 * one_at + 1 for n);
  b varbit := substring(other from 16 * other_at + 1 for n);
  a_conflicts varbit;
  b_conflicts varbit;
begin
  if length(a) < n or length(b) < n or length(must_sets) < n then return null; end if;
  -- Shifted, what one allows and omits is below what the other must have and has.
  a_conflicts := a & ~(b << 8);
  b_conflicts := b & ~(a << 8);
  return 100 * (bit_count(a_conflicts & must_sets) + bit_count(b_conflicts & must_sets))
    + bit_count((a_conflicts << 4) & must_sets) + bit_count((b_conflicts << 4) & must_sets);
end $$;

-- How a word of sounds may be read: each y between consonants may be a u.
create or replace function word_readings(word text) returns text[]
language sql immutable strict parallel safe as $$
  select case when strpos(word, 'ŷ') > 0 then array[word, translate(word, 'ŷ', 'u')]
    else array[word] end
$$;

-- Whether each of these words of a search, given by their consonants, is a word of the name in
-- sound: from the first vowel to the last.
create or replace function name_has_words(
  searched_words text[], sounds text, script text, stored text, stored_script text) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
  stored_words constant text[] := string_to_array(stored, ' ');
  searched text;
  consonants text;
begin
  foreach searched in array string_to_array(sounds, ' ') loop
    consonants := name_consonants(searched);
    continue when not consonants = any (searched_words) or searched = any (stored_words);
    if not exists (
      select from unnest(stored_words) as word
      cross join lateral unnest(word_readings(word)) as other_word
      cross join unnest(word_readings(searched)) as one_word
      where name_consonants(word) = consonants and sound_difference(
          (name_sound(one_word, script = 'Arab')).sound, 0,
          (name_sound(other_word, stored_script = 'Arab')).sound, 0,
          2 * length(consonants) + 1) < 100)
    then return false; end if;
  end loop;
  return true;
end $$;

create or replace function sound_score(difference int, is_other_script boolean) returns float8
language sql immutable strict parallel safe as $$
  select case
    when difference >= 100
      then greatest(0.4, 0.7 - 0.07 * (difference / 100) - 0.01 * (difference % 100))
    when is_other_script then greatest(0.87, 0.94 - 0.01 * difference)
    when difference = 0 then 0.92
    else greatest(0.86, 0.885 - 0.005 * difference) end
$$;
`;
