import { useWritingWords } from '../words/writing.ts';
import { useClaimFieldNames, useClaimText } from '../write/claim-text.ts';
import type { ClaimField } from '../write/compared-fields.ts';
import type { DraftClaim } from '../write/draft.ts';
import { type Correction, differingFields, disputedFields } from './correction.ts';

interface DifferencesProps {
  correction: Correction;
  /** What is recorded now. */
  now: DraftClaim;
  /** The writer has seen what others changed, and goes on with what was typed. */
  onDecide: (now: DraftClaim) => void;
  onTake: (field: ClaimField) => void;
}

/** What somebody else has changed meanwhile, beside what was typed. */
export function Differences({ correction, now, onDecide, onTake }: DifferencesProps) {
  const words = useWritingWords();
  const names = useClaimFieldNames();
  const say = useClaimText();
  const { base, mine } = correction;
  const changed = differingFields(base, now);
  const disputed = disputedFields(correction, now);
  return (
    <div role="alert" className="notice differences">
      <p>
        <b>{words.conflictTitle}</b> {words.conflictHint}
      </p>
      {changed.length === 0 && <p className="aside">{words.unchanged}</p>}
      {changed.map((field) => (
        <dl key={field} className="facts">
          <div>
            <dt>
              {names[field]}, {words.before}
            </dt>
            <dd>
              <del dir="auto">{say(field, base)}</del>
            </dd>
          </div>
          <div>
            <dt>{words.theirs}</dt>
            <dd>
              <ins dir="auto">{say(field, now)}</ins>
            </dd>
          </div>
          {disputed.includes(field) && (
            <div>
              <dt>{words.yours}</dt>
              <dd>
                <bdi>{say(field, mine)}</bdi>{' '}
                <button type="button" className="quiet" onClick={() => onTake(field)}>
                  {words.takeTheirs}
                </button>
              </dd>
            </div>
          )}
        </dl>
      ))}
      <button type="button" className="act" onClick={() => onDecide(now)}>
        {words.goOn}
      </button>
    </div>
  );
}
