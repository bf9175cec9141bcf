import type { ReactNode } from 'react';
import { useBrush } from './use-brush.ts';

interface BrushFrameProps {
  width: number;
  height: number;
  xOf: (day: number) => number;
  domain: readonly [number, number];
  children: ReactNode;
}

/** The frame of the timeline. While somebody drags, only the brush is drawn again. */
export function BrushFrame({ width, height, xOf, domain, children }: BrushFrameProps) {
  const { brush, handlers } = useBrush(xOf, domain);
  return (
    <svg width={width} height={height} aria-hidden="true" {...handlers}>
      {children}
      {brush && <rect className="brush" x={brush.x} width={brush.width} y="0" height={height} />}
    </svg>
  );
}
