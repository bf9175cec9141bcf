import { useMemo, useRef, useState } from 'react';
import { type ClaimEvent, countOf } from '../data/events.ts';
import { download } from '../out/download.ts';
import { currentColors } from '../out/svg.ts';
import { timelineSvg } from '../out/timeline-svg.ts';
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
  const { words, number } = useLanguage();
  const [isTable, setIsTable] = useState(false);
  const { bands, undated } = useMemo(() => {
    const pairs = events.map((event) => ({ event, band: bandOf(event) }));
    return {
      bands: pairs.flatMap(({ band }) => (band ? [band] : [])),
      undated: pairs.flatMap(({ event, band }) => (band ? [] : [event])),
    };
  }, [events]);
  const section = useRef<HTMLElement>(null);
  const save = () => {
    const drawing = section.current?.querySelector<SVGSVGElement>('.timeline svg');
    if (!drawing) return;
    const title = `Claimgraph: ${words.timeline}`;
    const notes = [
      words.undated(number(countOf(undated))),
      words.timelineHelp,
      `${location.href} · ${new Date().toISOString()}`,
    ];
    const svg = timelineSvg(drawing, { title, notes }, currentColors());
    download('claimgraph-timeline.svg', svg, 'image/svg+xml');
  };
  return (
    <section className="view" ref={section} aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{words.timeline}</h2>
        <span>
          {!isTable && (
            <button type="button" aria-label={words.timelineAsSvg} onClick={save}>
              SVG
            </button>
          )}
          <button type="button" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? words.asDrawing : words.asTable}
          </button>
        </span>
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
