import { type FormEvent, useMemo, useState } from 'react';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { AlreadyRecordedNotice } from './already-recorded-notice.tsx';
import { AnswerLost } from './answer-lost.tsx';
import { BodyField } from './body-field.tsx';
import { ClaimFields } from './draft-claim.tsx';
import { DraftConflictNotice } from './draft-conflict.tsx';
import { DraftList } from './draft-list.tsx';
import { FailureSummary } from './failure-summary.tsx';
import { NewRefsContext, newRefsOf } from './new-refs.ts';
import { ProblemsContext } from './problems.tsx';
import { ReportFields } from './report-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { isSensitive } from './sensitive.ts';
import { isForSession } from './stored-draft.ts';
import { PickerTextsContext } from './unchosen.ts';
import { useDraft } from './use-draft.ts';
import { useFocusAdded } from './use-focus-added.ts';
import { type SavedReport, useSave } from './use-save.ts';

/** The form for a report with its claims: the report on one side, its claims on the other. */
export default function WriteView() {
  const words = useWritingWords();
  const { number } = useLanguage();
  const store = useDraft();
  const { draft, change, changeClaim, conflict } = store;
  const { save, check, isSaving, failure, doubt } = useSave();
  const [saved, setSaved] = useState<SavedReport>();
  const [activeKey, setActiveKey] = useState(draft.claims[0]?.key);
  const [claimList, focusAdded] = useFocusAdded<HTMLDivElement>('.draft-claim');
  const newRefs = useMemo(() => newRefsOf(draft), [draft]);
  const active = Math.max(
    0,
    draft.claims.findIndex(({ key }) => key === activeKey),
  );
  const send = async () => {
    change({ isSent: true });
    const outcome = await save(draft);
    if (outcome === 'refused') change({ isSent: false });
    if (typeof outcome === 'string') return;
    store.discard(draft);
    setSaved(outcome.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (check(draft)) void send();
  };
  if (saved) return <SavedNotice saved={saved} onAnother={() => setSaved(undefined)} />;
  const isUnanswered = draft.isSent && !isSaving;
  return (
    <NewRefsContext value={newRefs}>
      <ProblemsContext value={failure?.issues ?? []}>
        <PickerTextsContext value={store.pickerTexts}>
          <DraftList
            key={String(conflict === undefined)}
            openKey={draft.key}
            onResume={store.resume}
          />
          <form noValidate onSubmit={submit}>
            {failure && <FailureSummary {...failure} />}
            {conflict && (
              <DraftConflictNotice
                draft={draft}
                conflict={conflict}
                onKeepMine={store.keepMine}
                onTakeTheirs={store.takeTheirs}
              />
            )}
            {isUnanswered && (
              <AnswerLost
                message={doubt}
                onResend={() => void send()}
                onChange={() => change({ isSent: false })}
              />
            )}
            <fieldset
              className="whole"
              disabled={isSaving || draft.isSent || conflict !== undefined}
            >
              <div className="writing-sides">
                <section className="draft-report" aria-label={words.report}>
                  <ReportFields draft={draft} onChange={change} />
                  <AlreadyRecordedNotice url={draft.url} body={draft.body} />
                  <BodyField
                    draft={draft}
                    claimNumber={number(active + 1)}
                    onChange={change}
                    onPassage={(passage) => {
                      const claim = draft.claims[active];
                      if (claim) changeClaim(claim.key, passage);
                    }}
                  />
                </section>
                <div ref={claimList}>
                  {draft.claims.map((claim, i) => (
                    <ClaimFields
                      key={claim.key}
                      draft={draft}
                      claim={claim}
                      index={i}
                      isActive={i === active}
                      onFocus={() => setActiveKey(claim.key)}
                      onChange={(changes) => changeClaim(claim.key, changes)}
                      onRemove={draft.claims.length > 1 ? () => store.removeClaim(i) : undefined}
                    />
                  ))}
                  <p className="claim-buttons">
                    <button
                      type="button"
                      className="act"
                      onClick={() => {
                        setActiveKey(store.addClaim());
                        focusAdded();
                      }}
                    >
                      + {words.addClaim}
                    </button>
                    {store.undoRemoval && (
                      <button type="button" className="quiet" onClick={store.undoRemoval}>
                        {words.undoRemoval}
                      </button>
                    )}
                  </p>
                </div>
              </div>
              <SaveBar
                isKept={store.isKept}
                isForSession={isForSession(draft)}
                mustBeForSession={isSensitive(draft)}
                isSaving={isSaving}
                onPrivate={(isPrivate) => change({ isPrivate })}
                onDiscard={() => store.discard(draft)}
              />
            </fieldset>
          </form>
        </PickerTextsContext>
      </ProblemsContext>
    </NewRefsContext>
  );
}
