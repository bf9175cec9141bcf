import { Field, InputType } from 'type-graphql';
import { Where } from '../compiler/filter.ts';
import { sql } from '../compiler/sql.ts';
import { isInMoments, MomentRange } from './range.filter.ts';

/** The conditions that the filters of all record types have. */
@InputType()
export abstract class RecordFilter {
  @Field(() => MomentRange, {
    nullable: true,
    description: 'The record was created in this ledger in this range.',
  })
  @Where((row, range: MomentRange, ctx) => isInMoments(sql`${row}.created_at`, range, ctx))
  createdAt?: MomentRange | null;

  @Field(() => MomentRange, {
    nullable: true,
    description: 'The record, or something that belongs to it, was last changed in this range.',
  })
  @Where((row, range: MomentRange, ctx) => isInMoments(sql`${row}.updated_at`, range, ctx))
  updatedAt?: MomentRange | null;
}
