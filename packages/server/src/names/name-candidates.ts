import { join, raw, type Sql, sql } from '../compiler/sql.ts';
import { likeness, ruleOf } from './likeness.ts';
import { NameMatch } from './search.enums.ts';
import { maxHits } from './search-hit.ts';

/**
 * One way to find names `k` for the forms `s` of the search text. All but `where` are SQL of the
 * row.
 */
interface Lookup {
  where: string;
  rule?: string;
  score?: string;
  orderBy?: string;
}

const isExact = 'k.exact collate "C" = s.exact';

/** Names that begin with the search text; the last code point bounds the index range. */
const byPrefix = (condition: string): Lookup => ({
  where: `k.exact collate "C" > s.exact and k.exact collate "C" < s.exact || chr(1114111)
    and ${condition}`,
  rule: `'PREFIX'`,
  score: `(case when k.exact collate "C" like s.exact || ' %' then 0.6 else 0.5 end
      + 0.25 * char_length(s.exact)::float8 / char_length(k.exact))`,
});

const byKey = (key: string, condition: string): Lookup => ({
  where: `k.${key} collate "C" = s.${key} and ${condition}`,
});

/** By shared trigrams. No other index has this order, so PostgreSQL reads the trigram index. */
const bySimilarity = (key: string, condition: string): Lookup => ({
  where: `k.${key} % s.${key} and ${condition}`,
  orderBy: `similarity(k.${key}, s.${key}) desc`,
});

/**
 * Names that may match the search text. Each lookup is a bounded range of an index of `name_key`.
 */
export function nameCandidates(types: readonly string[], match: NameMatch): Sql {
  const script = match === NameMatch.SPELLING ? 'not k.weak and k.arabic = s.arabic' : 'not k.weak';
  const lookups: Lookup[] = [
    { where: isExact },
    byPrefix(script),
    ...['solid', 'skeleton', 'stem'].map((key) => byKey(key, script)),
    ...['spelled', 'skeleton'].map((key) => bySimilarity(key, script)),
  ];
  const isOfType = sql`k.type = any(${types}::text[])`;
  const select = ({
    where,
    rule = ruleOf('s', 'k'),
    score = likeness('s', 'k'),
    orderBy = 'k.exact collate "C"',
  }: Lookup): Sql =>
    sql`select k.owner_id, k.type, k.name_id, ${raw(rule)} as rule, ${raw(score)} as score
      from search_form s cross join lateral (
        select * from name_key k where ${raw(where)} and ${isOfType}
        order by ${raw(orderBy)}, k.name_id, k.form limit ${2 * maxHits}::int
      ) k`;
  return join(
    (match === NameMatch.EXACT ? lookups.slice(0, 1) : lookups).map(select),
    ' union all ',
  );
}
