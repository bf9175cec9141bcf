import { labelOf, modalities } from '@claimgraph/sdk/lists';
import type { ClaimEvent } from '../data/events.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';

const maxRows = 500;

/** The timeline as a table: each event once, with its date in words. */
export function TimelineTable({ events }: { events: readonly ClaimEvent[] }) {
  const { words, date, code, number } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll the table
    <section className="table-frame" tabIndex={0} aria-label={`${words.timeline} ${words.asTable}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.modality}</th>
            <th scope="col">{words.statement}</th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, maxRows).map(({ claims: [claim], count, isSummary }) => (
            <tr key={claim.id}>
              <td>{date(claim.occurred)}</td>
              <td>{labelOf(modalities, claim.modality, code)}</td>
              <td>
                {isSummary ? (
                  words.events(number(count), count === 1)
                ) : (
                  <RecordLink id={claim.id}>{claim.statement}</RecordLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {events.length > maxRows && (
        <p className="aside">{words.overflow(number(events.length - maxRows))}</p>
      )}
    </section>
  );
}
