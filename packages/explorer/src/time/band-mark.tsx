import { countOf } from '../data/events.ts';
import { useLanguage } from '../words/language.ts';
import type { Band } from './band.ts';
import type { BandGroup } from './band-group.ts';

interface BandMarkProps {
  group: BandGroup;
  x: number;
  y: number;
  width: number;
  height: number;
  isChosen: boolean;
  onChoose: () => void;
}

/** The classes of a band: its form, and each doubt that it shows. */
const classesOf = (band: Band): string =>
  [
    'band',
    `band-${band.form}`,
    band.isFear && 'band-fear',
    band.isInferred && 'band-inferred',
    band.isApproximate && 'band-approximate',
  ]
    .filter(Boolean)
    .join(' ');

/**
 * An event on the timeline, or several with the same date and their number. A side that is open
 * has no edge. Keys and screen readers use the table, which has the same claims as links.
 */
export function BandMark({ group, x, y, width, height, isChosen, onChoose }: BandMarkProps) {
  const { date, number, words, direction } = useLanguage();
  const { bands } = group;
  const [band] = bands;
  const [claim] = band.event.claims;
  const events = countOf(bands.map(({ event }) => event));
  const count = number(events);
  const openX = (band.end === undefined) === (direction === 'ltr') ? x + width - 6 : x;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hidden from screen readers
    <g className={isChosen ? 'chosen' : undefined} onClick={onChoose}>
      <title>
        {date(claim.occurred)}
        {'\n'}
        {events > 1 ? words.events(count, false) : claim.statement}
      </title>
      <rect className={classesOf(band)} x={x} y={y} width={width} height={height} />
      {(band.start === undefined || band.end === undefined) && (
        <line
          className="band-open"
          x1={openX}
          x2={openX + 6}
          y1={y + height / 2}
          y2={y + height / 2}
        />
      )}
      {events > 1 && width > 24 && (
        <text x={x + width / 2} y={y + height / 2} className="band-count">
          × {count}
        </text>
      )}
    </g>
  );
}
