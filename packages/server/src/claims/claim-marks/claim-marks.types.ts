import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Derived, JsonSafe, RecordRef, SummaryRows } from '../../compiler/declare.ts';
import { column, raw, sql } from '../../compiler/sql.ts';
import { Location } from '../../locations/location.entity.ts';
import { closedList, Extent, GeoPrecision } from '../../values/enums.ts';
import { limits } from '../../values/limits.ts';
import { ClaimKind, Modality } from '../claim.enums.ts';
import { ClaimFilter } from '../claim.filter.ts';

/** The query whose rows are the marks. */
export const markCte = 'gathered';

/** The query with one row: how many events there are, and how many claims are left out. */
export const markTotalsCte = 'mark_totals';

export const ClaimMarkKey = closedList(
  'ClaimMarkKey',
  'What the marks of a drawing distinguish, in addition to the modality.',
  {
    PLACE: 'Each place of a claim, as precisely as the claim locates it.',
    TIME: 'The range of possible days, and how it came to be known.',
    KIND: 'What the claim is about.',
  },
);
export type ClaimMarkKey = keyof typeof ClaimMarkKey;

@ObjectType({
  description:
    'Claims that a map or a timeline draws as one sign, because they have the same place, time ' +
    'and kind, as far as `by` asks for these, and the same modality.',
})
export class ClaimMark {
  @RecordRef('location_id')
  @Field(() => Location, {
    nullable: true,
    description: 'The place. Null: the claims name none, or `by` lacks PLACE.',
  })
  location: Relation<Location> | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The latitude of the claims’ own point, or else of the location’s, in degrees (WGS 84). ' +
      'Null: not known, or `by` lacks PLACE.',
  })
  lat: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The longitude of the claims’ own point, or else of the location’s, in degrees (WGS 84). ' +
      'Null: not known, or `by` lacks PLACE.',
  })
  lon: number | null;

  @Field(() => GeoPrecision, {
    nullable: true,
    description:
      'How precisely the claims locate the place, or else how precisely its point does. Less ' +
      'than EXACT is an area, never a point. Null: not judged, or `by` lacks PLACE.',
  })
  geoPrecision: GeoPrecision | null;

  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description: 'The first possible day, `YYYY-MM-DD`. Null: unknown, or `by` lacks TIME.',
  })
  earliest: string | null;

  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description: 'The last possible day, `YYYY-MM-DD`. Null: unknown, or `by` lacks TIME.',
  })
  latest: string | null;

  @Field(() => Extent, {
    nullable: true,
    description:
      'Whether it happened some time in the range or all the time. Null: the claims are undated, ' +
      'or `by` lacks TIME.',
  })
  extent: Extent | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the analyst inferred the time. Null: the claims are undated, or `by` lacks TIME.',
  })
  isInferred: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the time is approximate or uncertain (EDTF `~`, `?`). Null: the claims are ' +
      'undated, or `by` lacks TIME.',
  })
  isVague: boolean | null;

  @Field(() => ClaimKind, {
    nullable: true,
    description: 'What the claims are about. Null: `by` lacks KIND.',
  })
  kind: ClaimKind | null;

  @Field(() => Modality, {
    description:
      'How the claims are put. A mark that is FEARED, PREDICTED or DENIED is not an event that ' +
      'is said to have happened.',
  })
  modality: Modality;

  @Field(() => Int, {
    description:
      'The number of events. Claims joined by SAME_EVENT or REPEATS count once in a mark. With ' +
      'PLACE, a claim counts at each of its places.',
  })
  count: number;
}

@ObjectType({
  description:
    'Claims in as few signs as a map or a timeline needs. Withdrawn claims are not counted. ' +
    'REFUTED and RETRACTED claims are left out unless `status` asks for them.',
})
export class ClaimMarks {
  @Derived(() => sql`(select events from ${raw(markTotalsCte)})`)
  @Field(() => Int, {
    description: 'The number of events in all marks. Each counts once, wherever it is drawn.',
  })
  total: number;

  @Derived(() => sql`(select left_out from ${raw(markTotalsCte)})`)
  @Field(() => Int, {
    description:
      'How many claims match the filter but are left out, because their status is REFUTED or ' +
      'RETRACTED and no `status` asks for them. 0: there are none.',
  })
  leftOut: number;

  @Derived((mark) => sql`coalesce(not bool_and(${column(mark, 'shown')}), false)`)
  @Field(() => Boolean, { description: 'Whether there are more marks than `first` allows.' })
  truncated: boolean;

  @SummaryRows({
    description: 'The marks, those of most events first.',
    of: () => ClaimMark,
    cte: markCte,
    order: (mark) => column(mark, 'place'),
    shown: (mark) => column(mark, 'shown'),
  })
  marks: ClaimMark[];
}

const maxMarks = limits.marks.max;

@ArgsType()
export class ClaimMarksArgs {
  @Field(() => ClaimFilter, {
    nullable: true,
    description:
      'Which claims to count. Null or omitted: all claims that are not withdrawn. REFUTED and ' +
      'RETRACTED claims count only if a `status` lists them, in the filter itself or in its ' +
      '`and` and `or`. A box and a period are keys of the filter.',
  })
  filter?: ClaimFilter | null;

  @Field(() => [ClaimMarkKey], {
    defaultValue: [ClaimMarkKey.PLACE],
    description: 'What marks distinguish. Empty: one mark for each modality.',
  })
  by: ClaimMarkKey[];

  @Field(() => Int, {
    defaultValue: maxMarks,
    description: `The largest number of marks to return, 1–${maxMarks}.`,
  })
  first: number;
}
