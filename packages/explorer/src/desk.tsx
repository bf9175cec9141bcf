import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useViewer } from './access/use-viewer.ts';
import { eventsOf } from './data/events.ts';
import { isNotSaidToHaveHappened } from './data/mark.ts';
import { maxMarks, useMarks } from './data/marks.ts';
import { useOverview } from './data/overview.ts';
import { MapView } from './map/map-view.tsx';
import { isSavedCase } from './offline/saved-case.ts';
import { Conditions } from './parts/conditions.tsx';
import { SavedCaseNotice } from './parts/saved-case-notice.tsx';
import { TakeOut } from './parts/take-out.tsx';
import { Trouble } from './parts/trouble.tsx';
import { useReadingPosition } from './parts/use-reading-position.ts';
import { Reading } from './reading.tsx';
import { filterOf } from './state/filter.ts';
import { useSelection, useSelectionLink } from './state/use-selection.tsx';
import { Timeline } from './time/timeline.tsx';
import { useLanguage } from './words/language.ts';

/** The desk: conditions above, the reading column on one side, map and timeline on the other. */
export function Desk() {
  const { words, number } = useLanguage();
  const { selection } = useSelection();
  const link = useSelectionLink();
  const queries = useQueryClient();
  const { open } = selection;
  const { name } = useViewer();
  const filter = useMemo(() => filterOf(selection), [selection]);
  const { marks, error } = useMarks(filter);
  const isTooMany = marks.total > maxMarks;
  const overview = useOverview(isTooMany ? filter : null);
  const events = useMemo(() => eventsOf(marks.claims, isNotSaidToHaveHappened), [marks]);
  const { reading, onScroll } = useReadingPosition(open);
  return (
    <>
      <Conditions />
      <main className="desk">
        <section
          id="reading"
          className="reading"
          ref={reading}
          onScroll={onScroll}
          tabIndex={-1}
          aria-label={words.list}
        >
          <header className="reading-head">
            {open && <a {...link({ open: undefined, day: undefined })}>{words.back}</a>}
            <TakeOut filter={filter} open={open} total={marks.total} />
          </header>
          <Reading filter={filter} open={open} />
        </section>
        {/* Without its claims, an empty map would say that nothing happened. */}
        {error ? (
          <div className="views">
            <Trouble error={error} onRetry={() => void queries.invalidateQueries()} />
          </div>
        ) : (
          <div className="views">
            {isTooMany && (
              <p className="notice">
                {words.counted(number(marks.total))} {overview?.isTruncated && words.largest}
              </p>
            )}
            <MapView
              events={(isTooMany && overview?.byPlace) || events}
              filter={filter}
              fitKey={`${JSON.stringify(filter)} ${marks.isPartial}`}
              open={open}
            />
            <Timeline events={(isTooMany && overview?.byTime) || events} open={open} />
          </div>
        )}
      </main>
      <footer className="colophon">
        {isSavedCase && <SavedCaseNotice />}
        {!name && !isSavedCase && <p className="aside">{words.reading}</p>}
        {name && <a {...link({ task: 'review', open: undefined })}>{words.review}</a>}
      </footer>
    </>
  );
}
