import { claimKinds, modalities } from '@claimgraph/sdk/lists';
import { type ClaimDetailFragment, UpdateClaim } from '@claimgraph/sdk/operations';
import { useMemo } from 'react';
import { SelectField } from '../parts/select-field.tsx';
import { understandDate } from '../said/said-date.ts';
import { useWritingWords } from '../words/writing.ts';
import { DateField } from '../write/date-field.tsx';
import { TextField } from '../write/text-field.tsx';
import { ActionForm } from './action-form.tsx';
import {
  type Correctable,
  changedFields,
  correctableOf,
  correctionInput,
  newCorrection,
  rebase,
} from './correction.ts';
import { Differences } from './differences.tsx';
import { useKept } from './use-kept.ts';

/** Corrects a claim. If somebody else was faster, it shows both, and keeps what was typed. */
export function CorrectForm({ claim }: { claim: ClaimDetailFragment }) {
  const words = useWritingWords();
  const untouched = useMemo(() => newCorrection(claim), [claim]);
  const { value, change, clear } = useKept(`correct ${claim.id}`, untouched);
  const isStale = value.version !== claim.version;
  const hasTyped = changedFields(value).length > 0 || value.rationale !== '';
  // Without anything typed, the form is about what is recorded now.
  const correction = isStale && !hasTyped ? untouched : value;
  const { mine } = correction;
  const changeMine = (changes: Partial<Correctable>) =>
    change({ ...correction, mine: { ...mine, ...changes } });
  const said = mine.when.text.trim() ? understandDate(mine.when.text) : undefined;
  return (
    <ActionForm
      name={`correct ${claim.id}`}
      title={words.correct}
      rationale={correction.rationale}
      onRationale={(rationale) => change({ ...correction, rationale })}
      isReady={
        changedFields(correction).length > 0 &&
        !(isStale && hasTyped) &&
        !(said && 'problem' in said)
      }
      write={(execute) =>
        execute(UpdateClaim, {
          id: claim.id,
          expectedVersion: correction.version,
          input: correctionInput(correction),
          rationale: correction.rationale,
        })
      }
      onDone={clear}
    >
      {isStale && hasTyped && (
        <Differences
          correction={correction}
          now={correctableOf(claim)}
          onDecide={(now) => change(rebase(correction, now, claim.version))}
          onTake={(field) => changeMine({ [field]: correctableOf(claim)[field] })}
        />
      )}
      <TextField
        label={words.statement}
        at={['statement']}
        value={mine.statement}
        rows={2}
        onChange={(statement) => changeMine({ statement })}
      />
      <div className="fields row">
        <SelectField
          label={words.kind}
          list={claimKinds}
          value={mine.kind}
          onChange={(kind) => kind && changeMine({ kind })}
        />
        <SelectField
          label={words.modality}
          list={modalities}
          value={mine.modality}
          onChange={(modality) => modality && changeMine({ modality })}
        />
      </div>
      <DateField
        label={words.when}
        at={['occurred']}
        value={mine.when}
        hint={words.whenHint}
        isSpan
        onChange={(when) => changeMine({ when: withoutOldBounds(when, mine.when) })}
      />
    </ActionForm>
  );
}

/** Bounds belong to the date for which they were given. */
const withoutOldBounds = (when: Correctable['when'], before: Correctable['when']) =>
  when.text === before.text ? when : { ...when, earliest: undefined, latest: undefined };
