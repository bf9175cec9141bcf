import { type PointerEvent, useState } from 'react';
import { dayText } from '../state/days.ts';
import { useSelection } from '../state/use-selection.tsx';

const leastDrag = 6;

/** Chooses a period by dragging over the timeline. Less than a few pixels is a click. */
export function useBrush(xOf: (day: number) => number, [first, last]: readonly [number, number]) {
  const { change } = useSelection();
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const xIn = (event: PointerEvent<SVGSVGElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const dayAt = (x: number) => {
    const [start, end] = [xOf(first), xOf(last)];
    return first + ((x - start) / (end - start)) * (last - first);
  };
  const brush = drag && {
    x: Math.min(drag.from, drag.to),
    width: Math.abs(drag.to - drag.from),
  };
  return {
    brush: brush && brush.width >= leastDrag ? brush : undefined,
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        if (event.button === 0) setDrag({ from: xIn(event), to: xIn(event) });
      },
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        if (drag) setDrag({ ...drag, to: xIn(event) });
      },
      onPointerLeave: () => setDrag(undefined),
      onPointerUp: () => {
        setDrag(undefined);
        if (!brush || brush.width < leastDrag) return;
        const days = [dayAt(brush.x), dayAt(brush.x + brush.width)].sort((a, b) => a - b);
        const [from = first, to = last] = days;
        change({ from: dayText(from), to: dayText(to) });
      },
      // A drag that begins on an event would drag its link.
      onDragStart: (event: { preventDefault(): void }) => event.preventDefault(),
    },
  };
}
