import { Field, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { JsonSafe, List, RecordRef } from '../../compiler/declare.ts';
import { column, join, raw, sql } from '../../compiler/sql.ts';
import { Faction } from '../../factions/faction.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { Source } from '../../sources/source.entity.ts';
import { ClaimKind, ClaimStatus, PersonCategory } from '../claim.enums.ts';
import { ClaimDimension } from './claim-stats.enums.ts';
import { QuantityTotal, totalColumns } from './quantity-total.types.ts';

@ObjectType({
  description:
    'Why a key of a bucket is null: how many of its events have no key for which reason. With ' +
    '`countOnce: CLAIM`, how many of its claims.',
})
export class ClaimBucketNull {
  @Field(() => ClaimDimension, { description: 'The dimension whose key is null in the bucket.' })
  dimension: ClaimDimension;

  @Field(() => Int, {
    description: 'How many have no value: they are undated, for example, or name no place.',
  })
  unknown: number;

  @Field(() => Int, {
    description:
      'How many have several values, or may have: the claim names several, its dates span ' +
      'several or lack a bound, or the claims of the event differ.',
  })
  several: number;

  @Field(() => Int, {
    description:
      'How many are outside every bucket, because no place of the claim is inside exactly one ' +
      'area of the level: a country, or a region across borders.',
  })
  outside: number;
}

/** The columns with the reasons for a bucket's null keys: arrays, an element for each dimension. */
const nullColumns = ['dimension', 'unknown', 'several', 'outside'] as const;

@ObjectType({
  description:
    'The claims that share the same value in every requested dimension. A key is null if `by` ' +
    'lacks its dimension, or if the claims have no single value: `nulls` says why.',
})
export class ClaimBucket {
  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description: 'The day, `YYYY-MM-DD`. Null: the claims have no single day, or `by` lacks DAY.',
  })
  day: string | null;

  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description:
      'The ISO 8601 week, such as `2018-W27`. Null: the claims have no single week, or `by` ' +
      'lacks WEEK.',
  })
  week: string | null;

  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description:
      'The calendar month, `YYYY-MM`. Null: the claims have no single month, or `by` lacks MONTH.',
  })
  month: string | null;

  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description:
      'The calendar year, `YYYY`. Null: the claims have no single year, or `by` lacks YEAR.',
  })
  year: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days the range of possible dates has. Null: the range lacks a bound, the claims ' +
      'of an event differ, or `by` lacks DATE_WIDTH.',
  })
  dateWidth: number | null;

  @Field(() => ClaimKind, {
    nullable: true,
    description:
      'What the claims are about. Null: the claims of an event differ, or `by` lacks KIND.',
  })
  kind: ClaimKind | null;

  @Field(() => ClaimStatus, {
    nullable: true,
    description:
      'The verification status of the claims. Null: the claims of an event differ, or `by` lacks ' +
      'STATUS.',
  })
  status: ClaimStatus | null;

  @RecordRef('location_id')
  @Field(() => Location, {
    nullable: true,
    description:
      'The location that the claims name. Null: they name none or several, or `by` lacks LOCATION.',
  })
  location: Relation<Location> | null;

  @RecordRef('admin1_id')
  @Field(() => Location, {
    nullable: true,
    description:
      'The governorate of the claims’ places. Null: there is no single one, or `by` lacks ADMIN1.',
  })
  admin1: Relation<Location> | null;

  @RecordRef('admin2_id')
  @Field(() => Location, {
    nullable: true,
    description:
      'The district of the claims’ places. Null: there is no single one, or `by` lacks ADMIN2.',
  })
  admin2: Relation<Location> | null;

  @RecordRef('faction_id')
  @Field(() => Faction, {
    nullable: true,
    description:
      'The faction that the claims name. Null: they name none or several, or `by` lacks FACTION.',
  })
  faction: Relation<Faction> | null;

  @RecordRef('source_id')
  @Field(() => Source, {
    nullable: true,
    description:
      'The first speaker of the claims. Null: they have several first speakers, or `by` lacks ' +
      'SOURCE.',
  })
  source: Relation<Source> | null;

  @RecordRef('outlet_id')
  @Field(() => Source, {
    nullable: true,
    description:
      'The publisher of the claims’ reports. Null: unknown, the claims of an event differ, or ' +
      '`by` lacks OUTLET.',
  })
  outlet: Relation<Source> | null;

  @Field(() => PersonCategory, {
    nullable: true,
    description:
      'The category of the people killed. Null: not stated, several, or `by` lacks VICTIM.',
  })
  victim: PersonCategory | null;

  @RecordRef('victim_faction_id')
  @Field(() => Faction, {
    nullable: true,
    description:
      'The faction of the people killed. Null: not stated, several, or `by` lacks VICTIM_FACTION.',
  })
  victimFaction: Relation<Faction> | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many citations the claims have. Null: the claims of an event differ, or `by` lacks ' +
      'CITATIONS.',
  })
  citations: number | null;

  @List({
    description: 'Why keys of the bucket are null, by dimension, in the order of `by`.',
    of: () => ClaimBucketNull,
    rows: (bucket, row) => {
      const arrays = nullColumns.map((name) => column(bucket, `null_${name}`));
      return {
        from: sql`unnest(${join(arrays, ', ')}) with ordinality
          ${row}(${raw(nullColumns.join(', '))}, place)`,
        where: sql`${row}.unknown + ${row}.several + ${row}.outside > 0`,
      };
    },
    order: (row) => column(row, 'place'),
  })
  nulls: ClaimBucketNull[];

  @Field(() => Int, {
    description:
      'The number of events in the bucket or, with `countOnce: CLAIM`, the number of claims.',
  })
  count: number;

  @List({
    description: 'The sums of the figures in the bucket, one for each measure, sorted by name.',
    of: () => QuantityTotal,
    rows: (bucket, row) => {
      const arrays = totalColumns.map((name) => column(bucket, name));
      return {
        from: sql`unnest(${join(arrays, ', ')}) ${row}(${raw(totalColumns.join(', '))})`,
        where: raw('true'),
      };
    },
    order: (row) => sql`${column(row, 'measure')} collate "C"`,
  })
  quantities: QuantityTotal[];
}
