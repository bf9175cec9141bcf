import type { FormattableQuantity } from '@claimgraph/sdk/format';

/** A total of the API over events. */
interface FigureTotal {
  readonly figures: number;
  readonly sumMin?: number | null;
  readonly sumBest?: number | null;
  readonly sumMax?: number | null;
  readonly withBest: number;
}

/**
 * A total as a figure: its bounds as they are. The best estimate is shown only if every figure has
 * one, since otherwise it is a total of something else.
 */
export const figureOfTotal = (total: FigureTotal): FormattableQuantity => ({
  min: total.sumMin ?? null,
  best: total.withBest === total.figures ? (total.sumBest ?? null) : null,
  max: total.sumMax ?? null,
  approximate: false,
});
