import type { ClaimMark } from '../data/mark.ts';
import { useLanguage } from '../words/language.ts';
import { RecordLink } from './record-link.tsx';

interface ClaimsCardProps {
  title: string;
  /** What all of them have in common, such as that they are somewhere in an area. */
  note?: string | undefined;
  claims: readonly ClaimMark[];
  onClose: () => void;
}

const maxClaims = 30;

/** The claims behind one sign of a drawing. */
export function ClaimsCard({ title, note, claims, onClose }: ClaimsCardProps) {
  const { words, date, number } = useLanguage();
  return (
    <div className="card">
      <header>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <button type="button" aria-label={words.closeMenu} onClick={onClose}>
          ×
        </button>
      </header>
      {note && <p className="aside">{note}</p>}
      <ol>
        {claims.slice(0, maxClaims).map((claim) => (
          <li key={claim.id}>
            <RecordLink id={claim.id}>{claim.statement}</RecordLink>
            <span className="aside"> {date(claim.occurred)}</span>
          </li>
        ))}
      </ol>
      {claims.length > maxClaims && <p className="aside">+{number(claims.length - maxClaims)}</p>}
    </div>
  );
}
