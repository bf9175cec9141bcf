import { useMemo, useState } from 'react';
import type { ClaimEvent } from '../data/events.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useLanguage } from '../words/language.ts';
import { bandOf } from './band.ts';
import { TimelineDrawing } from './timeline-drawing.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { Undated } from './undated.tsx';

interface TimelineProps {
  events: readonly ClaimEvent[];
  open: RecordId | undefined;
}

/** Events by time, as wide as their dates are uncertain. Undated ones have their own lane. */
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
        <>
          <TimelineDrawing bands={bands} open={open} />
          <Undated events={undated} open={open} />
        </>
      )}
      <TimelineLegend />
    </section>
  );
}
