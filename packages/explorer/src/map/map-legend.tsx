import { countOf } from '../data/events.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';
import type { UnplacedEvent } from './cluster.ts';

interface MapLegendProps {
  unplaced: readonly UnplacedEvent[];
  /** There are too many claims about control to compare them. */
  isContestUnknown: boolean;
}

/** What the signs mean, and what the map cannot show. */
export function MapLegend({ unplaced, isContestUnknown }: MapLegendProps) {
  const { words, number } = useLanguage();
  return (
    <footer className="legend">
      <ul>
        <li>
          <span className="key key-dot" /> {words.legendPoint}
        </li>
        <li>
          <span className="key key-area" /> {words.legendArea}
        </li>
        <li>
          <span className="key key-ring" /> {words.legendFear}
        </li>
        <li>
          <span className="key key-contested" /> {words.legendContested}
        </li>
        <li>
          <span className="key key-contested key-maybe" /> {words.legendMaybeContested}
        </li>
      </ul>
      {isContestUnknown && <p className="aside">{words.contestUnknown}</p>}
      {unplaced.length > 0 && (
        <details>
          <summary>{words.unplaced(number(countOf(unplaced.map(({ event }) => event))))}</summary>
          <ul className="unplaced">
            {unplaced.slice(0, 50).map(({ event: { claims, count, isSummary }, labels }) => (
              <li key={claims[0].id}>
                {isSummary ? (
                  words.events(number(count), count === 1)
                ) : (
                  <RecordLink id={claims[0].id}>{claims[0].statement}</RecordLink>
                )}{' '}
                <span className="aside">{labels.join('; ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{words.howToRead}</summary>
        <p className="aside">
          {words.mapHelp} {words.brushHelp} {words.borders}
        </p>
      </details>
    </footer>
  );
}
