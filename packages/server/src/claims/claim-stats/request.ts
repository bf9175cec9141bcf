import type { FilterContext } from '../../compiler/filter.ts';
import { withdrawnKey } from '../../records/withdrawn-filter.ts';
import { badInput } from '../../values/errors.ts';
import { merged } from '../../values/merged.ts';
import { occurrenceModalities } from '../claim.enums.ts';
import type { ClaimFilter } from '../claim.filter.ts';
import {
  type ClaimDimension,
  type ClaimStatsArgs,
  type CountOnce,
  maxBuckets,
} from './claim-stats.types.ts';
import { type Dimension, dimensions, everything } from './dimensions.ts';

/** What statistics are requested, with all defaults applied. */
export interface StatsRequest {
  filter: ClaimFilter;
  /** At least one. */
  by: readonly Dimension[];
  /** Dimensions that the answer selects but the request does not count by: their keys are null. */
  unrequested: readonly Dimension[];
  /** Whether the claims' figures are added up, too. */
  withFigures: boolean;
  countOnce: CountOnce;
  /** The largest number of buckets. */
  first: number;
}

/**
 * Reads the arguments of `claimStats`. `isSelected` says whether the answer selects a field.
 *
 * @throws Refusal naming `first`.
 */
export function readRequest(
  { filter, by, countOnce, first }: ClaimStatsArgs,
  ctx: FilterContext,
  isSelected: (type: string, field: string) => boolean,
): StatsRequest {
  if (first < 1 || first > maxBuckets)
    throw badInput({
      path: [...ctx.path, 'first'],
      message: `first must be from 1 to ${maxBuckets}, not ${first}.`,
    });
  if (filter && ctx.asks(filter, withdrawnKey))
    throw badInput({
      path: [...ctx.path, 'filter'],
      message: 'Statistics never count withdrawn claims. Leave `withdrawn` out of the filter.',
    });
  const requested = new Set(by);
  const unrequested = (Object.keys(dimensions) as ClaimDimension[]).filter(
    (each) => !requested.has(each) && isSelected('ClaimBucket', dimensions[each].field),
  );
  // A feared air strike is not counted among air strikes.
  const modality =
    requested.has('KIND') && !ctx.asks(filter ?? {}, 'modality')
      ? { modality: [...occurrenceModalities] }
      : {};
  return {
    filter: merged(filter ?? {}, modality),
    by: requested.size > 0 ? [...requested].map((each) => dimensions[each]) : [everything],
    unrequested: unrequested.map((each) => dimensions[each]),
    withFigures: isSelected('ClaimBucket', 'quantities'),
    countOnce,
    first,
  };
}
