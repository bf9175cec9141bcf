import { Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { SourceKind } from '../sources/source.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s speakers. All must hold for the same speaker. Null or omitted ' +
    'conditions are ignored.',
})
export class SpeakerFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'The speaker is a source with one of these ids.',
  })
  source?: string[] | null;

  @Field(() => [SourceKind], {
    nullable: true,
    description: 'The speaker is a source of one of these kinds.',
  })
  kind?: SourceKind[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether only the first speaker of each chain must meet the conditions. Ignored without ' +
      '`source` and `kind`.',
  })
  first: boolean;
}

/** The condition that one speaker of a claim meets the filter. @throws Refusal naming the id. */
export function hasSpeaker(
  claim: Sql,
  { source: ids, kind, first }: SpeakerFilter,
  ctx: FilterContext,
): Sql {
  if (ids == null && kind == null) return raw('true');
  const [speaker, source] = [ctx.alias(), ctx.alias()];
  const isSource =
    ids == null
      ? raw('true')
      : sql`${speaker}.source_id = any(${ctx.at('source').keys(ids, 'Source')}::uuid[])`;
  const isOfKind = kind == null ? raw('true') : sql`${source}.kind = any(${kind}::text[])`;
  const isFirst = first ? sql`${speaker}.position = 0` : raw('true');
  return sql`exists (select from speaker ${speaker}
    join source ${source} on ${source}.id = ${speaker}.source_id
    where ${speaker}.claim_id = ${claim}.id and ${isSource} and ${isOfKind} and ${isFirst})`;
}
