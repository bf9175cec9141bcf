/** What is laid into lanes: a span of days, whose sides may be open. */
interface Span {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** A span with its lane, from the top, and the days that it covers in view. */
export interface LaidSpan<Item> {
  readonly item: Item;
  readonly lane: number;
  readonly start: number;
  readonly end: number;
}

interface LaneOptions<Item> {
  readonly spanOf: (item: Item) => Span;
  /** The least distance between two in a lane, in days. */
  readonly gap: number;
  /** The least length that can be seen, in days. */
  readonly minLength: number;
  readonly maxLanes: number;
}

/**
 * Lays spans into lanes so that none covers another. A side that is open reaches to the edge of
 * the view. Short spans come first: what is known well is on top. Those for which there is no lane
 * are counted, not hidden behind others.
 */
export function layLanes<Item>(
  items: readonly Item[],
  [first, last]: readonly [number, number],
  { spanOf, gap, minLength, maxLanes }: LaneOptions<Item>,
): { laid: LaidSpan<Item>[]; lanes: number; overflow: Item[] } {
  const visible = items
    .map((item) => {
      const { start = first, end = last } = spanOf(item);
      return { item, start, end };
    })
    .filter(({ start, end }) => end > first && start < last)
    .map(({ item, start, end }) => ({
      item,
      start: Math.max(start, first),
      end: Math.min(Math.max(end, start + minLength), last),
    }))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const lanes: { start: number; end: number }[][] = [];
  const laid: LaidSpan<Item>[] = [];
  const overflow: Item[] = [];
  for (const each of visible) {
    const free = lanes.findIndex((lane) =>
      lane.every(({ start, end }) => each.start >= end + gap || each.end + gap <= start),
    );
    if (free < 0 && lanes.length >= maxLanes) {
      overflow.push(each.item);
      continue;
    }
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), each];
    laid.push({ ...each, lane });
  }
  return { laid, lanes: lanes.length, overflow };
}
