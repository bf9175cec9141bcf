import { Field, ID, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { keysOfRecords } from '../records/record-refs.ts';
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

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'The speaker is the source with this external id.',
  })
  externalId?: ExternalIdInput | null;

  @Field(() => [SourceKind], {
    nullable: true,
    description: 'The speaker is a source of one of these kinds.',
  })
  kind?: SourceKind[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether only the first speaker of each chain must meet the conditions. Ignored without ' +
      '`source`, `externalId` and `kind`.',
  })
  first: boolean;
}

/** The sources that a filter of speakers names. @throws Refusal naming an id of another type. */
export const keysOfSpeakers = ({ source, externalId }: SpeakerFilter, ctx: FilterContext) =>
  keysOfRecords({ ids: source, externalId }, 'Source', ctx.at('source'));

/** The condition that one speaker of a claim meets the filter. @throws Refusal naming the id. */
export function hasSpeaker(claim: Sql, filter: SpeakerFilter, ctx: FilterContext): Sql {
  const { kind, first } = filter;
  const keys = keysOfSpeakers(filter, ctx);
  if (!keys && kind == null) return raw('true');
  const [speaker, source] = [ctx.alias(), ctx.alias()];
  const isSource = keys ? sql`${speaker}.source_id in (${keys})` : raw('true');
  const isOfKind = kind == null ? raw('true') : sql`${source}.kind = any(${kind}::text[])`;
  const isFirst = first ? sql`${speaker}.position = 0` : raw('true');
  return sql`exists (select from speaker ${speaker}
    join source ${source} on ${source}.id = ${speaker}.source_id
    where ${speaker}.claim_id = ${claim}.id and ${isSource} and ${isOfKind} and ${isFirst})`;
}
