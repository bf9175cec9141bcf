import { ArgsType, Field, Float, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { connectionTypes, PageArgs } from '../compiler/connection-types.ts';
import { Derived, Listing, OneOf, RecordRef } from '../compiler/declare.ts';
import { column, raw, type Sql, sql } from '../compiler/sql.ts';
import { NearInput } from '../locations/near.ts';
import { labelOf } from '../locations/within.ts';
import { Name } from '../records/name.entity.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { RecordType } from '../values/enums.ts';
import { NonBlank } from '../values/input-fields.ts';
import { MatchRule, NameMatch } from './search.enums.ts';

const maxText = 200;
export const maxHits = 500;

/** The name of the query whose rows are the hits. */
export const hitCte = 'hit';

/** What identifies a hit: see the description of `label`. */
function labelOfHit(hit: Sql): Sql {
  const select = (table: string, label: Sql) =>
    sql`(select ${label} from ${raw(table)} where id = ${column(hit, `${table}_id`)})`;
  return sql`case
    when ${column(hit, 'location_id')} is not null
      then ${select('location', labelOf(raw('location')))}
    when ${column(hit, 'source_id')} is not null then ${select('source', raw('name'))}
    when ${column(hit, 'faction_id')} is not null then ${select('faction', raw('name'))}
    when ${column(hit, 'report_id')} is not null then ${select('report', raw('title'))}
    else ${select('claim', raw('statement'))} end`;
}

@ObjectType({
  description:
    'A record that a search found, and why it matched. A search finds at most ' +
    `${maxHits} records by name and ${maxHits} by text.`,
})
@Listing(() => ({
  question: ({ text, types, within, near, match }: SearchArgs) =>
    JSON.stringify([text, types ?? null, within ?? null, near ?? null, match]),
  cte: { name: hitCte, key: { id: 'uuid' } },
  orders: { RANK: { by: (hit) => column(hit, 'rank'), cast: 'bigint' } },
  fallback: { by: 'RANK', direction: 'DESC' },
}))
export class SearchHit {
  @OneOf({
    Source: 'source_id',
    Faction: 'faction_id',
    Location: 'location_id',
    Report: 'report_id',
    Claim: 'claim_id',
  })
  @Field(() => LedgerRecord, { description: 'The record that was found.' })
  record: Relation<LedgerRecord>;

  @RecordRef('name_id')
  @Field(() => Name, {
    nullable: true,
    description: 'The name that matched. Null: words in the record’s text matched.',
  })
  name: Relation<Name> | null;

  @Field(() => MatchRule, { description: 'The rule by which the name or text matched.' })
  rule: MatchRule;

  @Field(() => Float, {
    description:
      'How well the record matches, from 0 to 1. Among equal scores, a location that gives its ' +
      'name to the area around it comes first, then records that claims mention.',
  })
  score: number;

  @Field(() => String, {
    description:
      'The text to display: a location’s label ("Zayzun, Mzeireb, Daraa"), a source’s or ' +
      'faction’s name, a report’s title or a claim’s statement.',
  })
  @Derived(labelOfHit)
  label: string;
}

connectionTypes(SearchHit, 'search results, best match first');

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description:
      `A name in any spelling and script, or words, up to ${maxText} characters. Texts are ` +
      'searched with web search syntax: "quoted words" must be adjacent, -word must not occur, ' +
      '`or` separates alternatives. Words that the text excludes are excluded from names, too. ' +
      'A text that only excludes words finds nothing. With `match: EXACT`, each quoted phrase ' +
      'must occur as it is.',
  })
  @NonBlank(maxText)
  text: string;

  @Field(() => [RecordType], {
    nullable: true,
    description: 'Return only records of these types. Null or omitted: records of all types.',
  })
  types?: RecordType[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Return only this location, locations inside it, claims about them, and reports with such ' +
      'claims. Sources and factions are left out.',
  })
  within?: string | null;

  @Field(() => NearInput, {
    nullable: true,
    description:
      'Return only locations near this point, claims about them, and reports with such claims. ' +
      'Sources and factions are left out.',
  })
  near?: NearInput | null;

  @Field(() => NameMatch, {
    defaultValue: NameMatch.SCRIPT,
    description: 'How far a name may differ from the search text.',
  })
  match: NameMatch;
}
