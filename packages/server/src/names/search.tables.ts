import type { FilterContext } from '../compiler/filter.ts';
import { and, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { isNear } from '../locations/near.ts';
import { notWithdrawn } from '../records/record.entity.ts';
import type { RecordType } from '../values/enums.ts';
import { badInput } from '../values/errors.ts';
import type { CountryNames } from './country-names.ts';
import { isUnstemmed, searchedTexts } from './full-text.ts';
import { nameCandidates } from './name-candidates.ts';
import { hitCte, maxHits, type SearchArgs } from './search-hit.ts';
import { parseSearchText, type SearchText } from './search-text.ts';

/** The record types that have names: their table, and the index table of the claims about them. */
const namedTables = {
  SOURCE: { table: 'source', claims: 'claim_of_source' },
  FACTION: { table: 'faction', claims: 'claim_of_faction' },
  LOCATION: { table: 'location', claims: 'claim_within' },
} as const;
type NamedType = keyof typeof namedTables;
type TextType = keyof typeof searchedTexts;

const keysOf = <T extends object>(object: T): (keyof T)[] => Object.keys(object) as (keyof T)[];

/** Names below this score are noise. They are two thirds of the names found by sound. */
const minScore = 0.25;

/** The condition that a location, given by its id, lies in the area of the search. */
type AreaCondition = (locationId: Sql) => Sql;

/**
 * The CTEs that search hits are read from; the last is `hitCte`. `search_form` has the keys of the
 * search text, `candidate` the names that an index finds for them, `best_name` the best name of
 * each record, and `found` the records themselves, by name or by text.
 */
export function searchTables(
  args: SearchArgs,
  ctx: FilterContext,
  countryNames: CountryNames,
): Sql {
  const { text, types, match } = args;
  if (types?.length === 0)
    throw badInput({
      path: [...ctx.path, 'types'],
      message: 'Name at least one type, or omit types.',
    });
  const parsed = parseSearchText(text, match === 'EXACT');
  const isWanted = (type: RecordType) => !types || types.includes(type);
  const area = areaCondition(args, ctx);
  // Sources and factions have no place.
  const namedTypes = keysOf(namedTables).filter(
    (type) => isWanted(type) && (!area || type === 'LOCATION'),
  );
  const hits = [
    ...namedTypes.map((type) => hitsByName(type, area)),
    ...keysOf(searchedTexts)
      .filter(isWanted)
      .flatMap((type) => searchedTexts[type].map((each) => hitsByText(each, parsed, area))),
  ];
  // Only sources and factions, in a place: `candidate` has no types, so the page is empty.
  if (hits.length === 0) hits.push(hitsByName('LOCATION', area));
  const columns = raw(
    `id, round(score::numeric, 4)::float8 as score, rule, name_id, ${recordColumns.join(', ')}`,
  );
  const excludedForms = sql`excluded_form as materialized (
      select k.* from unnest(${parsed.excluded}::text[]) e cross join lateral name_keys(e) k),`;
  return sql`search_form as materialized (
      select * from search_keys(
        ${parsed.name}::text, ${countryNames.othersOf(parsed.name)}::text[])),
    ${parsed.excluded.length > 0 ? excludedForms : raw('')}
    candidate as (${nameCandidates(namedTypes, match, text, parsed)}),
    best_name as materialized (
      select distinct on (owner_id) owner_id, type, name_id, rule, score from candidate
      where score >= ${minScore}::float8 order by owner_id, score desc, name_id
    ),
    found as materialized (${join(hits, ' union all ')}),
    ${raw(hitCte)} as materialized (
      select *, (score * 100000)::bigint + bonus as rank from (
        select distinct on (id) ${columns}, bonus from found order by id, score desc, bonus desc
      ) best_hit
      order by rank desc, id desc limit ${2 * maxHits}::int
    )`;
}

/** The columns of a hit, one of which has the id of the record. */
const recordColumns = ['source_id', 'faction_id', 'location_id', 'report_id', 'claim_id'];
const recordColumnsFor = (table: string): Sql =>
  raw(
    recordColumns
      .map((column) => `${column === `${table}_id` ? 'r.id' : 'null::uuid'} as ${column}`)
      .join(', '),
  );

/** Records by their best name. `bonus` puts the likelier one of equally good hits first. */
function hitsByName(type: NamedType, area: AreaCondition | undefined): Sql {
  const names = namedTables[type];
  const table = raw(names.table);
  const hasClaims = sql`exists (select from ${raw(names.claims)} s where s.${table}_id = r.id)`;
  // A village that shares its name with the district around it is likelier meant than its namesakes
  // elsewhere, and likelier than the district.
  const isSeat = sql`b.score >= 0.86 and exists (
      select from name_key k
      join location_within w on w.location_id = r.id and w.depth > 0
      join name_key u on u.owner_id = w.ancestor_id and u.solid = k.solid
      where k.name_id = b.name_id and k.form = 0)`;
  const bonus =
    type === 'LOCATION'
      ? sql`(${hasClaims})::int + 2 * (r.kind = 'COMMUNITY')::int
        + 4 * (r.kind in ('COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT') or (${isSeat}))::int`
      : sql`(${hasClaims})::int`;
  // What is called Syria in another language is a country, an actor or a source.
  const onlyCountries = raw(
    type === 'LOCATION' ? ` and (b.rule <> 'SYNONYM' or r.kind = 'COUNTRY')` : '',
  );
  const isShown = and([notWithdrawn(raw('r')), area?.(sql`r.id`) ?? raw('true')]);
  return sql`(
    select r.id, b.score, b.rule, b.name_id, ${recordColumnsFor(names.table)}, ${bonus} as bonus
    from (
      select b.* from best_name b join ${table} r on r.id = b.owner_id
      where b.type = ${type}::text and ${isShown}${onlyCountries}
      order by b.score desc, b.owner_id limit ${maxHits}::int
    ) b join ${table} r on r.id = b.owner_id)`;
}

/** Records whose text has the words. A frequent word may have more than the limit: any of them. */
function hitsByText(
  { table, words, content, score }: (typeof searchedTexts)[TextType][number],
  { alternatives, excluded }: SearchText,
  area: AreaCondition | undefined,
): Sql {
  const phrases = alternatives.flatMap((each) => each.phrases);
  const claimCondition = table === 'claim' ? sql`c.id = r.id` : sql`c.report_id = r.id`;
  const conditions = [
    sql`${raw(words)} @@ search_words(${JSON.stringify(alternatives)}::jsonb)`,
    notWithdrawn(raw('r')),
  ];
  if (phrases.length > 0) conditions.push(sql`has_phrases(${raw(content)}, ${phrases}::text[])`);
  if (excluded.length > 0)
    conditions.push(
      sql`not (${raw(isUnstemmed('r.language'))}
        and has_any_form(${raw(content)}, ${excluded}::text[]))`,
    );
  if (area)
    conditions.push(sql`exists (
      select from claim c join claim_place p on p.claim_id = c.id
      where ${claimCondition} and c.withdrawn_at is null and ${area(sql`p.location_id`)})`);
  return sql`(
    select r.id, ${score}::float8 as score, 'WORDS' as rule, null::uuid as name_id,
      ${recordColumnsFor(table)}, 0 as bonus
    from ${raw(table)} r where ${and(conditions)} limit ${maxHits}::int)`;
}

/** @throws Refusal if `within` is not the id of a location or `near` is out of range. */
function areaCondition(
  { within, near }: SearchArgs,
  ctx: FilterContext,
): AreaCondition | undefined {
  if (within == null && near == null) return undefined;
  const [areaKey] = within == null ? [] : ctx.at('within').keys(within, 'Location');
  const isClose =
    near == null
      ? undefined
      : isNear(near, ctx.at('near'))({ lat: sql`l.point_lat`, lon: sql`l.point_lon` });
  return (locationId) => {
    const conditions: Sql[] = [];
    if (areaKey)
      conditions.push(sql`exists (
        select from location_within w
        where w.location_id = ${locationId} and w.ancestor_id = ${areaKey}::uuid)`);
    if (isClose)
      conditions.push(sql`exists (
        select from location l
        where l.id = ${locationId} and l.withdrawn_at is null and ${isClose})`);
    return and(conditions);
  };
}
