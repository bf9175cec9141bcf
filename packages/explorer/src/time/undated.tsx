import { type ClaimEvent, countOf } from '../data/events.ts';
import { RecordLink } from '../parts/record-link.tsx';
import type { RecordId } from '../state/record-ids.ts';
import { useLanguage } from '../words/language.ts';

interface UndatedProps {
  events: readonly ClaimEvent[];
  open: RecordId | undefined;
}

const maxEvents = 200;

/** The lane of events without a date. None of them is put on a day. */
export function Undated({ events, open }: UndatedProps) {
  const { words, number } = useLanguage();
  if (events.length === 0) return null;
  const listed = events.filter(({ isSummary }) => !isSummary);
  return (
    <details className="undated">
      <summary>
        {words.undated(number(countOf(events)))}{' '}
        <span aria-hidden="true">
          {listed.slice(0, maxEvents).map(({ claims }) => (
            <i
              key={claims[0].id}
              className={claims.some(({ id }) => id === open) ? 'chosen' : undefined}
            />
          ))}
        </span>
      </summary>
      <ul>
        {listed.slice(0, maxEvents).map(({ claims: [claim] }) => (
          <li key={claim.id}>
            <RecordLink id={claim.id}>{claim.statement}</RecordLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
