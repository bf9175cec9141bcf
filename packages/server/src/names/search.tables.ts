import type { FilterContext } from '../compiler/filter.ts';
import { and, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { isNear } from '../locations/near.ts';
import { notWithdrawn } from '../records/record.entity.ts';
import { badInput } from '../values/errors.ts';
import { searchedTexts } from './full-text.ts';
import { likeness, ruleOf } from './likeness.ts';
import { NameMatch } from './search.enums.ts';
import { hitCte, maxHits, type SearchArgs } from './search-hit.ts';

const named = { SOURCE: 'source', FACTION: 'faction', LOCATION: 'location' } as const;
type Named = keyof typeof named;
type Texted = keyof typeof searchedTexts;

/** Where something is said of a thing: what is spoken of comes first among homonyms. */
const spoken: Record<Named, string> = {
  SOURCE: 'claim_of_source',
  FACTION: 'claim_of_faction',
  LOCATION: 'claim_within',
};

const ids = ['source_id', 'faction_id', 'location_id', 'report_id', 'claim_id'];
const idsOf = (table: string, id: string): Sql =>
  raw(ids.map((each) => `${each === `${table}_id` ? id : 'null::uuid'} as ${each}`).join(', '));

/** What is less like it is noise: of names that were found by ear, two in three, and nearly none that was meant. */
const least = 0.25;

/**
 * The queries that hits are read from, the last of them `hit`: keys of what is asked; kept names that may be meant, each found by an index; the best name
 * of each record that is there to be seen; records whose texts hold the words.
 */
export function searchTables(
  { text, types, within, near, match }: SearchArgs,
  use: FilterContext,
): Sql {
  if (types?.length === 0)
    throw badInput({
      path: [...use.path, 'types'],
      message: 'Name at least one type, or leave types out.',
    });
  const wanted = (type: string) => !types || types.includes(type as never);
  const placed = within != null || near != null;
  const places = area({ within, near }, use);
  const names = (Object.keys(named) as Named[]).filter(
    (type) => wanted(type) && (!placed || type === 'LOCATION'),
  );
  const said = (Object.keys(searchedTexts) as Texted[]).filter(wanted);
  const hits = [
    ...names.map((type) => ofNames(type, places)),
    ...said.flatMap((type) =>
      searchedTexts[type].map((each) => ofTexts(each, text, match, places)),
    ),
  ];
  // Sources and factions lie nowhere: where they alone are asked for in a place, no names are candidates, and of none every page is empty.
  if (hits.length === 0) hits.push(ofNames('LOCATION', places));
  const columns = raw(
    `id, round(score::numeric, 4)::float8 as score, rule, name_id, ${ids.join(', ')}`,
  );
  return sql`asked as materialized (select * from name_keys(${text}::text)),
    may as (${candidates(names, match)}),
    fit as materialized (select distinct on (owner_id) owner_id, type, name_id, rule, score from may where score >= ${least}::float8 order by owner_id, score desc, name_id),
    found as materialized (${join(hits, ' union all ')}),
    ${raw(hitCte)} as materialized (select *, (score * 100000)::bigint + standing as rank from (
      select distinct on (id) ${columns}, standing from found order by id, score desc, standing desc) best
      order by rank desc, id desc limit ${2 * maxHits}::int)`;
}

/** Kept names that what is asked may mean. Each arm is an index range of \`name_key\`, and bounded. */
function candidates(names: readonly Named[], match: NameMatch): Sql {
  const types = sql`k.type = any(${names}::text[])`;
  const arm = (
    condition: string,
    { rule = ruleOf('a', 'k'), score = likeness('a', 'k'), by = 'k.exact collate "C"' } = {},
  ): Sql =>
    sql`select k.owner_id, k.type, k.name_id, ${raw(rule)} as rule, ${raw(score)} as score from asked a cross join lateral (
      select * from name_key k where ${raw(condition)} and ${types} order by ${raw(by)}, k.name_id, k.form limit ${2 * maxHits}::int) k`;
  const exact = arm('k.exact collate "C" = a.exact');
  if (match === NameMatch.EXACT) return exact;
  const script = match === NameMatch.SPELLING ? 'not k.weak and k.arabic = a.arabic' : 'not k.weak';
  const ratio = 'char_length(a.exact)::float8 / char_length(k.exact)';
  return join(
    [
      exact,
      arm(
        `k.exact collate "C" > a.exact and k.exact collate "C" < a.exact || chr(1114111) and ${script}`,
        {
          rule: `'PREFIX'`,
          score: `(case when k.exact collate "C" like a.exact || ' %' then 0.6 else 0.5 end + 0.25 * ${ratio})`,
        },
      ),
      ...['solid', 'skeleton', 'stem'].map((key) =>
        arm(`k.${key} collate "C" = a.${key} and ${script}`),
      ),
      // In an order that no other index has, so that PostgreSQL reads that of the trigrams.
      ...['spelled', 'skeleton'].map((key) =>
        arm(`k.${key} % a.${key} and ${script}`, { by: `similarity(k.${key}, a.${key}) desc` }),
      ),
    ],
    ' union all ',
  );
}

/** Of the records that bear such a name, those that stand; and their standing among those that fit alike. */
function ofNames(type: Named, places: ((location: Sql) => Sql) | undefined): Sql {
  const table = raw(named[type]);
  const row = raw('r');
  const isSpoken = sql`exists (select from ${raw(spoken[type])} s where s.${table}_id = r.id)`;
  // A village that gives its name to a district is likelier meant than its namesakes, and likelier than the district.
  const isSeat = sql`f.score >= 0.7 and exists (select from name_key k join location_within w on w.location_id = r.id and w.depth > 0
    join name_key u on u.owner_id = w.ancestor_id and u.solid = k.solid where k.name_id = f.name_id and k.form = 0)`;
  const standing =
    type === 'LOCATION'
      ? sql`(${isSpoken})::int + 2 * (r.kind = 'COMMUNITY')::int + 4 * (r.kind in ('COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT') or (${isSeat}))::int`
      : sql`(${isSpoken})::int`;
  return sql`(select r.id, f.score, f.rule, f.name_id, ${idsOf(named[type], 'r.id')}, ${standing} as standing
    from (select f.* from fit f join ${table} r on r.id = f.owner_id where f.type = ${type}::text and ${and([notWithdrawn(row), places?.(sql`r.id`) ?? raw('true')])}
      order by f.score desc, f.owner_id limit ${maxHits}::int) f join ${table} r on r.id = f.owner_id)`;
}

/** Records whose texts hold the words. Of words that stand everywhere, as many as are asked for at most. */
function ofTexts(
  { table, words, said, score }: (typeof searchedTexts)[Texted][number],
  text: string,
  match: NameMatch,
  places: ((location: Sql) => Sql) | undefined,
): Sql {
  const exact = match === NameMatch.EXACT;
  const claims = table === 'claim' ? sql`c.id = r.id` : sql`c.report_id = r.id`;
  const inPlaces =
    places &&
    sql`exists (select from claim c join claim_place p on p.claim_id = c.id where ${claims} and c.withdrawn_at is null and ${places(sql`p.location_id`)})`;
  const where = and([
    sql`${raw(words)} @@ asked_words(${text}::text, ${exact}::boolean)`,
    ...(exact ? [sql`position(folded(${text}::text) in folded(${raw(said)})) > 0`] : []),
    notWithdrawn(raw('r')),
    ...(inPlaces ? [inPlaces] : []),
  ]);
  return sql`(select r.id, ${score}::float8 as score, 'WORDS' as rule, null::uuid as name_id, ${idsOf(table, 'r.id')}, 0 as standing from ${raw(table)} r where ${where} limit ${maxHits}::int)`;
}

/** The condition that a place (its key) lies where the question says; nothing where it does not say. */
function area(
  { within, near }: Pick<SearchArgs, 'within' | 'near'>,
  use: FilterContext,
): ((location: Sql) => Sql) | undefined {
  if (within == null && near == null) return undefined;
  const [key] = within == null ? [] : use.at('within').keys(within, 'Location');
  const isClose = near == null ? undefined : isNear(sql`l.point_lat`, sql`l.point_lon`, near, use);
  return (location) =>
    and([
      ...(key
        ? [
            sql`exists (select from location_within w where w.location_id = ${location} and w.ancestor_id = ${key}::uuid)`,
          ]
        : []),
      ...(isClose
        ? [
            sql`exists (select from location l where l.id = ${location} and l.withdrawn_at is null and ${isClose})`,
          ]
        : []),
    ]);
}
