import { type ClaimId, UpdateClaim } from '@claimgraph/sdk/operations';
import { useEffect, useMemo } from 'react';
import { useWritingWords } from '../words/writing.ts';
import { Changes } from '../write/changes.tsx';
import { ClaimParts, type ReportOfClaim } from '../write/claim-parts.tsx';
import { useClaimFieldNames, useClaimText } from '../write/claim-text.ts';
import type { DraftClaim } from '../write/draft.ts';
import { claimProblems, unchosenProblems } from '../write/local-problems.ts';
import { NewRefsContext, newRefsOf } from '../write/new-refs.ts';
import {
  fieldName,
  PickerTextsContext,
  typedWith,
  typedWithout,
  unchosenOf,
} from '../write/unchosen.ts';
import { ActionForm } from './action-form.tsx';
import {
  changedFields,
  correctionInput,
  newCorrection,
  rebase,
  takeField,
  withNewDate,
} from './correction.ts';
import { Differences } from './differences.tsx';
import { useKept } from './use-kept.ts';

interface CorrectFieldsProps {
  id: ClaimId;
  recorded: DraftClaim;
  version: number;
  report: ReportOfClaim;
}

/** Corrects a claim. If somebody else was faster, it shows both, and keeps what was typed. */
export function CorrectFields({ id, recorded, version, report }: CorrectFieldsProps) {
  const words = useWritingWords();
  const names = useClaimFieldNames();
  const textOf = useClaimText();
  const untouched = newCorrection(recorded, version);
  const { value, change, clear } = useKept(`correct ${id}`, untouched);
  const isStale = value.version !== version;
  const hasTyped = changedFields(value).length > 0 || value.rationale !== '';
  // Without anything typed, the form is about what is recorded now.
  const isOutdated = isStale && !hasTyped;
  const correction = isOutdated ? untouched : value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function is another one each time
  useEffect(() => {
    if (isOutdated) clear();
  }, [isOutdated]);
  const { mine, base, typed } = correction;
  const isConflict = isStale && hasTyped;
  const changeMine = (changes: Partial<DraftClaim>) => change({ mine: { ...mine, ...changes } });
  const changed = changedFields(correction);
  const problems = [
    ...claimProblems(mine, report, words),
    ...unchosenProblems(unchosenOf({ typed, claims: [] }), words),
  ];
  const newRefs = useMemo(
    () => newRefsOf({ publisher: undefined, authors: [], claims: [mine] }),
    [mine],
  );
  return (
    <NewRefsContext value={newRefs}>
      <PickerTextsContext
        value={{
          textAt: (at) => typed[fieldName(at, [])]?.text ?? '',
          setText: (at, text) => change({ typed: typedWith(typed, fieldName(at, []), text) }),
          removeItem: (at) => change({ typed: typedWithout(typed, fieldName(at, [])) }),
        }}
      >
        <ActionForm
          name={`correct ${id}`}
          title={words.correct}
          isOpen
          rationale={correction.rationale}
          onRationale={(rationale) => change({ rationale })}
          isReady={changed.length > 0 && problems.length === 0 && !isConflict}
          write={(execute) =>
            execute(UpdateClaim, {
              id,
              expectedVersion: correction.version,
              input: correctionInput(correction, report),
              rationale: correction.rationale,
            })
          }
          onDone={clear}
        >
          {isConflict && (
            <Differences
              correction={correction}
              now={recorded}
              onDecide={(now) => change(rebase(correction, now, version))}
              onTake={(field) => changeMine(takeField(recorded, field))}
            />
          )}
          <ClaimParts
            at={[]}
            report={report}
            claim={mine}
            onChange={({ when, ...others }) =>
              changeMine({ ...others, ...(when && { when: withNewDate(when, mine.when) }) })
            }
          />
          {problems.length > 0 && (
            <ul className="problem">
              {problems.map(({ path, message }) => (
                <li key={`${path.join('.')} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
          <section className="changes-before-saving" aria-label={words.whatChanges}>
            <h3>{words.whatChanges}</h3>
            <Changes
              changes={changed.map((field) => ({
                name: names[field],
                before: textOf(field, base),
                after: textOf(field, mine),
              }))}
              titles={{ before: words.recordedNow, after: words.corrected }}
            />
          </section>
        </ActionForm>
      </PickerTextsContext>
    </NewRefsContext>
  );
}
