import { claimKinds, modalities } from '@claimgraph/sdk/lists';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import {
  type Correctable,
  type CorrectableField,
  type Correction,
  correctableFields,
  disputedFields,
} from './correction.ts';

interface DifferencesProps {
  correction: Correction;
  /** What is recorded now. */
  now: Correctable;
  /** The writer has seen what others changed, and goes on with what was typed. */
  onDecide: (now: Correctable) => void;
  onTake: (field: CorrectableField) => void;
}

/** What somebody else has changed meanwhile, beside what was typed. */
export function Differences({ correction, now, onDecide, onTake }: DifferencesProps) {
  const words = useWritingWords();
  const say = useFieldText();
  const { base, mine } = correction;
  const changed = correctableFields.filter(
    (field) => JSON.stringify(base[field]) !== JSON.stringify(now[field]),
  );
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
            <dt>{words.before}</dt>
            <dd>
              <del>{say(field, base)}</del>
            </dd>
          </div>
          <div>
            <dt>{words.theirs}</dt>
            <dd>
              <ins>{say(field, now)}</ins>
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

/** A field of a claim as text. */
function useFieldText() {
  const { label } = useLanguage();
  const words = useWritingWords();
  return (field: CorrectableField, { statement, kind, modality, when }: Correctable): string =>
    ({
      statement,
      kind: label(claimKinds, kind),
      modality: label(modalities, modality),
      when: when.text || words.noValue,
    })[field];
}
