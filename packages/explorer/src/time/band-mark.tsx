import { memo } from 'react';
import { useSelectionLink } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import type { Band } from './band.ts';

interface BandMarkProps {
  band: Band;
  x: number;
  y: number;
  width: number;
  height: number;
  isChosen: boolean;
}

/** The classes of a band: its form, and each doubt that it shows. */
export const classesOf = (band: Band): string =>
  [
    'band',
    `band-${band.form}`,
    band.isFear && 'band-fear',
    band.isInferred && 'band-inferred',
    band.isApproximate && 'band-approximate',
  ]
    .filter(Boolean)
    .join(' ');

/** An event on the timeline. A side that is open has no edge. */
export const BandMark = memo(({ band, x, y, width, height, isChosen }: BandMarkProps) => {
  const { date } = useLanguage();
  const link = useSelectionLink();
  const [claim] = band.event.claims;
  return (
    // The table beside the drawing has the same links for the keyboard.
    <a {...link({ open: claim.id })} tabIndex={-1} aria-hidden="true">
      <rect
        className={isChosen ? `${classesOf(band)} chosen` : classesOf(band)}
        x={x}
        y={y}
        width={width}
        height={height}
      >
        <title>{`${date(claim.occurred)}\n${claim.statement}`}</title>
      </rect>
      {(band.start === undefined || band.end === undefined) && (
        <line
          className="band-open"
          x1={band.end === undefined ? x + width - 6 : x}
          x2={band.end === undefined ? x + width : x + 6}
          y1={y + height / 2}
          y2={y + height / 2}
        />
      )}
    </a>
  );
});
