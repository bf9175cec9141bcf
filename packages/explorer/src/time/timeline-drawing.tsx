import { useMemo, useRef, useState } from 'react';
import { countOf } from '../data/events.ts';
import { ClaimsCard } from '../parts/claims-card.tsx';
import { useSize } from '../parts/use-size.ts';
import { dayNumber, dayText } from '../state/days.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { type Band, domainOf } from './band.ts';
import { type BandGroup, groupBands } from './band-group.ts';
import { BandMark } from './band-mark.tsx';
import { Bars } from './bars.tsx';
import { BrushFrame } from './brush-frame.tsx';
import { barsOf, isCountedDay } from './histogram.ts';
import { layLanes } from './lanes.ts';
import { TimeAxis } from './time-axis.tsx';

interface DrawingProps {
  bands: readonly Band[];
  open: RecordId | undefined;
}

const axisHeight = 36;
const maxLanes = 60;
/** When days are bars, wider bands have less space. */
const fewLanes = 16;
const leastBar = 4;
const maxBar = 90;

/** The bands of dated events, with an axis. A period is chosen by dragging. */
export function TimelineDrawing({ bands, open }: DrawingProps) {
  const { words, number, direction, date } = useLanguage();
  const { selection, change } = useSelection();
  const frame = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<BandGroup>();
  const { width } = useSize(frame);
  const domain = domainOf(bands, dayNumber(selection.from), dayNumber(selection.to));
  const [first, last] = domain ?? [0, 1];
  const perDay = width / (last - first);
  const xOf = (day: number) =>
    direction === 'rtl' ? width - (day - first) * perDay : (day - first) * perDay;
  const groups = useMemo(() => groupBands(bands.filter((band) => !isCountedDay(band))), [bands]);
  const bars = useMemo(
    () => barsOf(bands.filter(isCountedDay), Math.max(1, Math.ceil(leastBar / perDay))),
    [bands, perDay],
  );
  const barsHeight = bars.length ? maxBar : 0;
  const { laid, lanes, overflow } = useMemo(
    () =>
      layLanes(groups, [first, last], {
        spanOf: (group) => group.bands[0],
        gap: 2 / perDay,
        minLength: 3 / perDay,
        maxLanes: bars.length ? fewLanes : maxLanes,
      }),
    [groups, first, last, perDay, bars.length],
  );
  const total = countOf(bands.map(({ event }) => event));
  const hidden = overflow.reduce(
    (sum, group) => sum + countOf(group.bands.map(({ event }) => event)),
    0,
  );
  const laneHeight = lanes > 30 ? 6 : lanes > 16 ? 9 : 13;
  const top = axisHeight + barsHeight + (barsHeight ? 6 : 0);
  const height = top + Math.max(lanes, 1) * laneHeight + 4;
  const isOpen = ({ bands: each }: BandGroup) =>
    each.some(({ event }) => event.claims.some(({ id }) => id === open));
  const choose = (group: BandGroup) => {
    const [{ event, start, end }] = group.bands;
    const isSingle = group.bands.length === 1;
    setChosen(isSingle ? undefined : group);
    if (event.isSummary)
      change({
        from: start === undefined ? undefined : dayText(start),
        to: end === undefined ? undefined : dayText(end - 1),
      });
    else if (isSingle) change({ open: event.claims[0].id });
  };
  return (
    <section
      className="timeline"
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll the drawing
      tabIndex={0}
      aria-label={`${words.timeline} ${words.asDrawing}`}
    >
      <p className="visually-hidden">
        {words.events(number(total), total === 1)}. {words.tableHelp}
      </p>
      {domain && (
        <BrushFrame width={width} height={height} xOf={xOf} domain={domain}>
          <TimeAxis domain={domain} xOf={xOf} width={width} height={height} />
          <Bars
            bars={bars}
            xOf={xOf}
            y={axisHeight}
            height={barsHeight}
            onChoose={({ start, end }) => change({ from: dayText(start), to: dayText(end - 1) })}
          />
          {laid.map(({ item, lane, start, end }) => (
            <BandMark
              key={item.key}
              group={item}
              x={Math.min(xOf(start), xOf(end))}
              width={Math.max((end - start) * perDay, 3)}
              y={top + lane * laneHeight}
              height={laneHeight - 3}
              isChosen={item.key === chosen?.key || isOpen(item)}
              onChoose={() => choose(item)}
            />
          ))}
        </BrushFrame>
      )}
      {chosen && (
        <ClaimsCard
          title={date(chosen.bands[0].event.claims[0].occurred)}
          claims={chosen.bands.map(({ event }) => event.claims[0])}
          onClose={() => setChosen(undefined)}
        />
      )}
      {hidden > 0 && <p className="aside">{words.overflow(number(hidden))}</p>}
    </section>
  );
}
