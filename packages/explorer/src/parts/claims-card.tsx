import { useEffect, useRef } from 'react';
import type { ClaimMark } from '../data/mark.ts';
import { useLanguage } from '../words/language.ts';
import { RecordLink } from './record-link.tsx';

interface ClaimsCardProps {
  title: string;
  /** What all of them have in common, such as that they are somewhere in an area. */
  notes?: readonly string[];
  claims: readonly Pick<ClaimMark, 'id' | 'statement' | 'occurred'>[];
  /** How many there are, of which `claims` may be the first. */
  total?: number;
  /** Where it is on the map, so that it does not cover its sign. */
  side?: 'left' | 'right';
  onClose: () => void;
}

const maxClaims = 30;

/** The claims behind one sign of a drawing. */
export function ClaimsCard(props: ClaimsCardProps) {
  const { title, notes = [], claims, total, side = 'left', onClose } = props;
  const { words, date, number } = useLanguage();
  const hidden = (total ?? claims.length) - Math.min(claims.length, maxClaims);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not returned: in some browsers it is a promise, which React would call as a function.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className={`card card-${side}`} ref={card}>
      <header>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <button type="button" aria-label={words.closeMenu} onClick={onClose}>
          ×
        </button>
      </header>
      {notes.map((note) => (
        <p className="aside" key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
      <ol>
        {claims.slice(0, maxClaims).map((claim) => (
          <li key={claim.id}>
            <RecordLink id={claim.id}>{claim.statement}</RecordLink>
            <span className="aside"> {date(claim.occurred)}</span>
          </li>
        ))}
      </ol>
      {hidden > 0 && <p className="aside">+{number(hidden)}</p>}
    </div>
  );
}
