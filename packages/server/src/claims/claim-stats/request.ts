import type { FilterContext } from '../../compiler/filter.ts';
import { withdrawnKey } from '../../records/withdrawn-filter.ts';
import { badInput } from '../../values/errors.ts';
import { merged } from '../../values/merged.ts';
import {
  type ClaimStatus,
  type Modality,
  modalitiesWith,
  modalitiesWithout,
  occurrenceModalities,
  statusesOutsideTotals,
} from '../claim.enums.ts';
import type { ClaimFilter } from '../claim.filter.ts';
import type { CountOnce } from './claim-stats.enums.ts';
import type { ClaimStatsArgs } from './claim-stats.types.ts';
import { type Dimension, dimensions, everything } from './dimensions.ts';

/** What statistics are requested, with all defaults applied. */
export interface StatsRequest {
  filter: ClaimFilter;
  /** Which of REFUTED and RETRACTED claims are left out, because no `status` asks for them. */
  leavesOut: readonly ClaimStatus[];
  /** What is left out of sums, and of counts by kind: fears and the like that nobody asks for. */
  fears: readonly Modality[];
  /** The modalities whose figures are added up. Undefined: those of all claims that count. */
  figureModalities: readonly Modality[] | undefined;
  /** At least one. */
  by: readonly Dimension[];
  /** Dimensions that the answer selects but the request does not count by: their keys are null. */
  unrequested: readonly Dimension[];
  /** Whether the claims' figures are added up, too. */
  withFigures: boolean;
  /** Whether the reasons for null keys are counted, too. */
  withNulls: boolean;
  /** Whether the claims that are left out are counted, too. */
  withLeftOut: boolean;
  /** Whether the claims that are fears and the like are counted, too. */
  withFears: boolean;
  countOnce: CountOnce;
  /** The largest number of buckets. */
  first: number;
}

/**
 * Reads the arguments of `claimStats`. `isSelected` says whether the answer selects a field.
 *
 * @throws Refusal of a filter that asks for withdrawn claims.
 */
export function readRequest(
  { filter, by, countOnce, first }: ClaimStatsArgs,
  ctx: FilterContext,
  isSelected: (type: string, field: string) => boolean,
): StatsRequest {
  assertCountable(filter, ctx);
  const names = [...new Set(by)];
  const requested = names.flatMap((name) => dimensions.filter((each) => each.name === name));
  const unrequested = dimensions.filter(
    (each) => !requested.includes(each) && isSelected('ClaimBucket', each.field),
  );
  const listed = ctx.listed(filter ?? {}, 'modality');
  // A filter with `kind` or `modality` finds no others.
  const fears = filter?.kind || filter?.modality ? [] : modalitiesWithout(listed);
  const sumsAll = names.includes('KIND') || fears.length === 0;
  return {
    fears,
    figureModalities: sumsAll ? undefined : modalitiesWith(listed),
    filter: names.includes('KIND') ? withoutFears(filter ?? {}, ctx) : (filter ?? {}),
    leavesOut: statusesLeftOut(filter ?? {}),
    by: requested.length > 0 ? requested : [everything],
    unrequested,
    withFigures: isSelected('ClaimBucket', 'quantities'),
    withNulls: isSelected('ClaimBucket', 'nulls'),
    withLeftOut: isSelected('ClaimStats', 'leftOut'),
    withFears: isSelected('ClaimStats', 'fears'),
    countOnce,
    first,
  };
}

/** @throws Refusal of a filter that asks for withdrawn claims. */
export function assertCountable(filter: ClaimFilter | null | undefined, ctx: FilterContext): void {
  if (filter && ctx.asks(filter, withdrawnKey))
    throw badInput({
      path: [...ctx.path, 'filter'],
      message: 'Statistics never count withdrawn claims. Leave `withdrawn` out of the filter.',
    });
}

/** A feared air strike is not counted among air strikes, unless a `modality` asks for fears. */
function withoutFears(filter: ClaimFilter, ctx: FilterContext): ClaimFilter {
  if (filter.modality != null) return filter;
  const listed = ctx.listed(filter, 'modality');
  if (listed.length === 0) return merged(filter, { modality: [...occurrenceModalities] });
  // A `modality` here would ask for fears in each alternative of the filter, and `not` does not.
  const others = modalitiesWithout(listed);
  return merged(filter, { and: [...(filter.and ?? []), { not: { modality: others } }] });
}

/** A filter whose own `status` must hold finds no other statuses, so nothing is left out. */
export function statusesLeftOut(filter: ClaimFilter): readonly ClaimStatus[] {
  if (filter.status != null) return [];
  const asked = statusesAskedFor(filter);
  return statusesOutsideTotals.filter((status) => !asked.includes(status));
}

/** What a filter and its parts in `and` and `or` list. Below `not`, `status` asks for nothing. */
const statusesAskedFor = ({ status, and, or }: ClaimFilter): ClaimStatus[] => [
  ...(status ?? []),
  ...[...(and ?? []), ...(or ?? [])].flatMap(statusesAskedFor),
];
