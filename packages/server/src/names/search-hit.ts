import { ArgsType, Field, Float, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { connectionTypes, PageArgs } from '../compiler/connection-types.ts';
import { Derived, Listing, OneOf, RecordRef } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { NearInput } from '../locations/near.ts';
import { labelOf } from '../locations/within.ts';
import { Name } from '../records/name.entity.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { RecordType } from '../values/enums.ts';
import { NonBlank } from '../values/input-fields.ts';
import { MatchRule, NameMatch } from './search.enums.ts';

export const maxText = 200;
export const maxHits = 500;

/** The name of the query whose rows are the hits. */
export const hitCte = 'hit';

@ObjectType({ description: 'A record that was found, and why.' })
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
  @Field(() => LedgerRecord, { description: 'What was found.' })
  record: Relation<LedgerRecord>;

  @RecordRef('name_id')
  @Field(() => Name, {
    nullable: true,
    description: 'The name that it was found by. Null: it was found by the words of its text.',
  })
  name: Relation<Name> | null;

  @Field(() => MatchRule, { description: 'By what it was found.' })
  rule: MatchRule;

  @Field(() => Float, {
    description:
      'How well it fits, from 0 to 1. Of hits that fit alike, first what gives its name to the area that it lies in, and what is spoken of in claims.',
  })
  score: number;

  @Field(() => String, {
    description:
      'What to show: of a place its label, which tells homonyms apart ("Zayzun, Mzeireb, Daraa"); of a source or faction its name; of a report its title; of a claim its statement.',
  })
  @Derived(
    (hit) => sql`case
      when ${column(hit, 'location_id')} is not null then (select ${labelOf(sql`place`)} from location place where place.id = ${column(hit, 'location_id')})
      when ${column(hit, 'source_id')} is not null then (select name from source where id = ${column(hit, 'source_id')})
      when ${column(hit, 'faction_id')} is not null then (select name from faction where id = ${column(hit, 'faction_id')})
      when ${column(hit, 'report_id')} is not null then (select title from report where id = ${column(hit, 'report_id')})
      else (select statement from claim where id = ${column(hit, 'claim_id')}) end`,
  )
  label: string;
}

connectionTypes(
  SearchHit,
  `hits, the best first. Of more than ${maxHits} of names, or as many of texts, the rest is left out`,
);

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description: `A name in any spelling and script, or words. Of texts, as web searches have it: "quoted words" stand together, -word must not be there, or is either. Up to ${maxText} characters.`,
  })
  @NonBlank(maxText)
  text: string;

  @Field(() => [RecordType], {
    nullable: true,
    description: 'Records of these types. Left out: of any.',
  })
  types?: RecordType[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A place: itself and the places inside it, claims about them, reports with such claims. Sources and factions lie nowhere, and are left out.',
  })
  within?: string | null;

  @Field(() => NearInput, {
    nullable: true,
    description: 'The same for places whose point is near this one.',
  })
  near?: NearInput | null;

  @Field(() => NameMatch, {
    defaultValue: NameMatch.SCRIPT,
    description: 'How far from what is asked a name may be.',
  })
  match: NameMatch;
}
