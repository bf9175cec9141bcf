import { useMemo } from 'react';
import { countOf } from '../data/events.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';
import { clusterEvents, type PlacedEvent } from './cluster.ts';
import { contestLines } from './contest-words.ts';
import type { Contests } from './contested.ts';

/** So small that only the same place is one row. */
const samePlace = 1e-6;

interface MapTableProps {
  placed: readonly PlacedEvent[];
  contests: Contests;
}

/** The map as a table: places, how precisely they are known, and how much is said. */
export function MapTable({ placed, contests }: MapTableProps) {
  const { words, number } = useLanguage();
  const rows = useMemo(
    () =>
      clusterEvents(placed, samePlace).sort(
        (a, b) => countOf(b.events) - countOf(a.events) || (a.key < b.key ? -1 : 1),
      ),
    [placed],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll the table
    <section className="table-frame" tabIndex={0} aria-label={`${words.map} ${words.asTable}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.precision}</th>
            <th scope="col">{words.events('', false)}</th>
            <th scope="col">{words.legendFear}</th>
            <th scope="col">{words.control}</th>
            <th scope="col">{words.statement}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, labels, locationIds, isExact, events, fears }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{labels.join('; ')}</bdi>
              </th>
              <td>{isExact ? words.legendPoint : words.legendArea}</td>
              <td>{number(countOf(events))}</td>
              <td>{number(countOf(fears))}</td>
              <td>
                {contestLines(locationIds, contests, words).map((line) => (
                  <p key={line}>
                    <bdi>{line}</bdi>
                  </p>
                ))}
              </td>
              <td>
                {[...events, ...fears].slice(0, 1).map(({ claims: [claim], isSummary }) =>
                  isSummary ? null : (
                    <RecordLink key={claim.id} id={claim.id}>
                      {claim.statement}
                    </RecordLink>
                  ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
