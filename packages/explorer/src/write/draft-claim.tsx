import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { ClaimParts } from './claim-parts.tsx';
import type { Draft, DraftClaim } from './draft.ts';

interface ClaimFieldsProps {
  draft: Draft;
  claim: DraftClaim;
  index: number;
  /** Whether the words that are selected in the text become its passage. */
  isActive: boolean;
  onFocus: () => void;
  onChange: (changes: Partial<DraftClaim>) => void;
  /** Undefined: it is the only one. */
  onRemove: (() => void) | undefined;
}

/** One claim of a report that is being written. */
export function ClaimFields(props: ClaimFieldsProps) {
  const { draft, claim, index, isActive, onFocus, onChange, onRemove } = props;
  const words = useWritingWords();
  const { number } = useLanguage();
  const name = number(index + 1);
  return (
    <section
      className={isActive ? 'draft-claim active' : 'draft-claim'}
      aria-labelledby={`draft-claim-${claim.key}`}
      onFocus={onFocus}
    >
      <header>
        <h2 id={`draft-claim-${claim.key}`}>{words.claim(name)}</h2>
        {onRemove && (
          <button type="button" className="quiet" onClick={onRemove}>
            {words.removeClaim(name)}
          </button>
        )}
      </header>
      <ClaimParts
        at={['claims', index]}
        report={draft}
        claim={claim}
        onChange={onChange}
        hasAffiliations
      />
    </section>
  );
}
