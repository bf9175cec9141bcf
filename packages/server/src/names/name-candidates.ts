import { join, raw, type Sql, sql } from '../compiler/sql.ts';
import { likeness, ruleOf } from './likeness.ts';
import { NameMatch } from './search.enums.ts';
import { maxHits } from './search-hit.ts';
import type { SearchText } from './search-text.ts';

/** One way to find names `k` for the forms `s` of the search text: SQL of the two rows. */
interface Lookup {
  where: string;
  orderBy?: string;
}

const byExactName: Lookup = { where: 'k.exact collate "C" = s.exact and not s.is_synonym' };

const byKey = (key: string): Lookup => ({ where: `k.${key} collate "C" = s.${key}` });

/** By shared trigrams. No other index has this order, so PostgreSQL reads the trigram index. */
const bySimilarity = (key: string): Lookup => ({
  where: `k.${key} % s.${key} and not s.is_synonym and s.exact is not null`,
  orderBy: `similarity(k.${key}, s.${key}) desc`,
});

const otherLookups: readonly Lookup[] = [
  // Names that begin with the search text; the last code point bounds the index range.
  {
    where: `k.exact collate "C" > s.exact and k.exact collate "C" < s.exact || chr(1114111)
      and not s.is_synonym`,
  },
  ...['solid', 'skeleton', 'stem'].map(byKey),
  { where: `${byKey('slavic').where} and k.script <> s.script` },
  { where: 'k.words @> s.words', orderBy: 'length(k.exact)' },
  ...['spelled', 'skeleton'].map(bySimilarity),
];

/** SQL for where the skeleton of the search text begins in that of the name; 0: nowhere. */
const partAt = 'strpos(k.skeleton, s.skeleton)';

/**
 * SQL for whether each word of the search text, apart from very common ones, is a word of the name
 * in spelling or sound. `words` has consonants only: Yasser has those of Syria.
 */
const hasWords = `(k.words @> s.words and k.skeleton <> s.skeleton
          and name_has_words(s.words, s.sounds, s.script, k.sounds, k.script))`;

/**
 * SQL for how the name matches in part: 4 is the best way; null: it does not. It counts only for
 * names that sound alike, so it is not computed for others.
 */
const partOf = `case
        when s.is_synonym or b.rule <> 'SOUND' then null
        when starts_with(k.exact, s.exact || ' ') then 4
        when ${hasWords} then
          case
            when ${partAt} > 0 and sound_difference(s.sound, 1, k.sound,
              2 * ${partAt} - 1, 2 * length(s.skeleton) - 1) < 100 then 3
            when starts_with(k.exact, s.exact) then 2
            else 1
          end
        when starts_with(k.exact, s.exact) then 2
      end`;

/**
 * SQL for rule and score. The same name in any script comes before a name without its qualifiers,
 * then come names that have the search text as whole words, then names that only sound alike.
 */
const ruleOfHit = `case
      when s.is_synonym then 'SYNONYM'
      when b.rule <> 'SOUND' then b.rule
      when p.part in (2, 4) then 'PREFIX'
      when p.part is not null then 'PART'
      else 'SOUND' end`;
const share = (length: string) => `${length}(s.exact)::float8 / ${length}(k.exact)`;
const scoreOfHit = `case
      when s.is_synonym then case when b.rule = 'SOUND' then 0 else b.score - 0.05 end
      -- Western Kabsh may be meant by Kabsh, but not by Eastern Kabsh.
      when b.rule <> 'SOUND' and (s.stem = s.skeleton or k.stem = k.skeleton)
        then greatest(b.score, 0.8 + 0.05 * b.score)
      when b.rule <> 'SOUND' then b.score
      when p.part = 4 then 0.82 + 0.05 * ${share('char_length')}
      when p.part = 3
        then 0.78 + 0.04 * length(s.skeleton)::float8 / length(k.skeleton)
          - case when s.form > 0 then 0.03 else 0 end
      when p.part = 2 then 0.5 + 0.25 * ${share('char_length')}
      when p.part = 1 then greatest(0.55, 0.85 * b.score)
      else 0.85 * b.score end`;

/**
 * SQL for whether a name may be found by an acronym. An acronym sounds like nothing, so only a name
 * that has its letters may match by sound. HAMA may be a name in capitals, but HTS has no vowel, so
 * it is not spelled in another way either.
 */
const isFoundByAcronym = (text: string): string => {
  const rules = /[AEIOUY]|[^A-Z.\s]/.test(text) ? "('SOUND')" : "('SOUND', 'SPELLING', 'SCRIPT')";
  return `(k.rule not in ${rules} or strpos(k.exact, k.searched) > 0)`;
};

/**
 * The names that may match the search text, each with rule and score. Each lookup is a bounded
 * range of an index of `name_key`. A name that several lookups find is compared once.
 */
export function nameCandidates(
  types: readonly string[],
  match: NameMatch,
  text: string,
  { excluded }: SearchText,
): Sql {
  const isOfType = sql`k.type = any(${types}::text[])`;
  // Other readings of the search text have no exact form. They are meant for other scripts.
  const script =
    match === NameMatch.SPELLING
      ? 'k.script = s.script and s.exact is not null'
      : '(s.exact is not null or k.script <> s.script)';
  const other = `not k.weak and ${script}
      and (k.type <> 'LOCATION' or not s.is_synonym or s.is_country)`;
  const select = ({ where, orderBy = 'k.exact collate "C"' }: Lookup, condition: string): Sql =>
    sql`select s.n, k.* from search_form s cross join lateral (
        select * from name_key k where ${raw(where)} and ${raw(condition)} and ${isOfType}
        order by ${raw(orderBy)}, k.name_id, k.form limit ${2 * maxHits}::int
      ) k`;
  const lookups = [
    select(byExactName, 'true'),
    ...(match === NameMatch.EXACT ? [] : otherLookups.map((lookup) => select(lookup, other))),
  ];
  const isAcronym = /^(?:\p{Lu}\.?){2,5}$/u.test(text.trim());
  const isFound = raw(isAcronym ? isFoundByAcronym(text) : 'true');
  const scored = sql`select k.owner_id, k.type, k.name_id,
      ${raw(ruleOfHit)} as rule, ${raw(scoreOfHit)} as score, k.exact, s.exact as searched
    from (
      select distinct on (n, name_id, form) * from (${join(lookups, ' union all ')}) every_name
      order by n, name_id, form
    ) k
    join search_form s on s.n = k.n
    cross join lateral (
      select ${raw(ruleOf('s', 'k'))} as rule, ${raw(likeness('s', 'k'))} as score
      offset 0
    ) b
    cross join lateral (
      select ${raw(partOf)} as part
      offset 0
    ) p`;
  const found = sql`select k.owner_id, k.type, k.name_id, k.rule, k.score from (${scored}) k
    where ${isFound}`;
  if (excluded.length === 0) return found;
  // A name that is written like the search text is found, with its minus signs.
  return sql`${found} and not exists (
        select from excluded_form x join name_key y on y.owner_id = k.owner_id
        where string_to_array(y.exact, ' ') @> string_to_array(x.exact, ' ')
          or (y.script = x.script
            and string_to_array(y.spelled, ' ') @> string_to_array(x.spelled, ' '))
          or (y.script <> x.script and x.words <> '{}' and y.words @> x.words))
    union all
    select k.owner_id, k.type, k.name_id, 'EXACT', 1
    from name_key k join name n on n.id = k.name_id
    where k.exact collate "C" = name_exact(${text}::text) and ${isOfType}
      and lower(btrim(n.text)) = lower(btrim(${text}::text))`;
}
