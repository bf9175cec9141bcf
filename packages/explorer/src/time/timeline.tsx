import { useMemo, useRef, useState } from 'react';
import type { ClaimEvent } from '../data/events.ts';
import { useSize } from '../parts/use-size.ts';
import { dayNumber } from '../state/days.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { type Band, bandOf, domainOf } from './band.ts';
import { BandMark } from './band-mark.tsx';
import { layLanes } from './lanes.ts';
import { TimeAxis } from './time-axis.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { useBrush } from './use-brush.ts';

interface TimelineProps {
  events: readonly ClaimEvent[];
  open: RecordId | undefined;
}

/** Events by time: each once, as wide as its date is uncertain. Undated ones have their own lane. */
export function Timeline({ events, open }: TimelineProps) {
  const { words } = useLanguage();
  const [isTable, setIsTable] = useState(false);
  const { bands, undated } = useMemo(() => {
    const pairs = events.map((event) => ({ event, band: bandOf(event) }));
    return {
      bands: pairs.flatMap(({ band }) => (band ? [band] : [])),
      undated: pairs.flatMap(({ event, band }) => (band ? [] : [event])),
    };
  }, [events]);
  return (
    <section className="view" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{words.timeline}</h2>
        <button type="button" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? words.asDrawing : words.asTable}
        </button>
      </header>
      {isTable ? (
        <TimelineTable events={events} />
      ) : (
        <TimelineDrawing bands={bands} undated={undated} open={open} />
      )}
      <TimelineLegend />
    </section>
  );
}

interface DrawingProps {
  bands: readonly Band[];
  undated: readonly ClaimEvent[];
  open: RecordId | undefined;
}

const axisHeight = 24;

function TimelineDrawing({ bands, undated, open }: DrawingProps) {
  const { words, number, direction } = useLanguage();
  const { selection } = useSelection();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const domain = domainOf(bands, dayNumber(selection.from), dayNumber(selection.to));
  const [first, last] = domain ?? [0, 1];
  const perDay = width / (last - first);
  const xOf = (day: number) =>
    direction === 'rtl' ? width - (day - first) * perDay : (day - first) * perDay;
  const { laid, lanes, overflow } = useMemo(
    () => layLanes(bands, [first, last], { gap: 2 / perDay, minWidth: 3 / perDay, maxLanes: 60 }),
    [bands, first, last, perDay],
  );
  const laneHeight = lanes > 30 ? 6 : lanes > 14 ? 9 : 13;
  const height = axisHeight + Math.max(lanes, 1) * laneHeight + 6;
  const { brush, handlers } = useBrush(xOf, [first, last]);
  const isOpen = (event: ClaimEvent) => event.claims.some(({ id }) => id === open);
  return (
    <div className="timeline" ref={frame}>
      {domain && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`${words.timeline}: ${words.events(number(bands.length), bands.length === 1)}`}
          {...handlers}
        >
          <title>{words.brushHelp}</title>
          <TimeAxis domain={domain} xOf={xOf} width={width} height={height} />
          {laid.map(({ band, lane, start, end }) => (
            <BandMark
              key={band.event.claims[0].id}
              band={band}
              x={Math.min(xOf(start), xOf(end))}
              width={Math.max((end - start) * perDay, 3)}
              y={axisHeight + lane * laneHeight}
              height={laneHeight - 3}
              isChosen={isOpen(band.event)}
            />
          ))}
          {brush && (
            <rect className="brush" x={brush.x} width={brush.width} y="0" height={height} />
          )}
        </svg>
      )}
      {overflow > 0 && <p className="aside">{words.overflow(number(overflow))}</p>}
      {undated.length > 0 && (
        <p className="undated">
          <span className="aside">{words.undated(number(undated.length))}</span>
          {undated.slice(0, 200).map((event) => (
            <span
              key={event.claims[0].id}
              className={isOpen(event) ? 'undated-mark chosen' : 'undated-mark'}
              title={event.claims[0].statement}
            />
          ))}
        </p>
      )}
    </div>
  );
}
