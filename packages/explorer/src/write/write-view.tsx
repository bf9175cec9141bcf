import { type FormEvent, useMemo, useState } from 'react';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { AlreadyRecordedNotice } from './already-recorded-notice.tsx';
import { BodyField } from './body-field.tsx';
import { ClaimFields } from './claim-fields.tsx';
import { FailureSummary } from './failure-summary.tsx';
import { NewRefsContext, newRefsOf } from './new-refs.ts';
import { ProblemsContext } from './problems.tsx';
import { ReportFields } from './report-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { type Unchosen, UnchosenContext } from './unchosen.ts';
import { useDraft } from './use-draft.ts';
import { type SavedReport, useSave } from './use-save.ts';

/** The form for a report with its claims: the report on one side, its claims on the other. */
export default function WriteView() {
  const words = useWritingWords();
  const { number } = useLanguage();
  const store = useDraft();
  const { draft, change, changeClaim } = store;
  const { save, isSaving, failure } = useSave();
  const [unchosen] = useState(() => new Map<string, Unchosen>());
  const [saved, setSaved] = useState<SavedReport>();
  const [activeKey, setActiveKey] = useState(draft.claims[0]?.key);
  const newRefs = useMemo(() => newRefsOf(draft), [draft]);
  const active = Math.max(
    0,
    draft.claims.findIndex(({ key }) => key === activeKey),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const written = await save(draft, unchosen.values());
    if (!written) return;
    store.discard(draft);
    setSaved(written);
  };
  if (saved) return <SavedNotice saved={saved} onAnother={() => setSaved(undefined)} />;
  return (
    <NewRefsContext value={newRefs}>
      <ProblemsContext value={failure?.issues ?? []}>
        <UnchosenContext value={unchosen}>
          <form noValidate onSubmit={(event) => void submit(event)}>
            {failure && <FailureSummary {...failure} />}
            <fieldset className="whole" disabled={isSaving}>
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
                <div>
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
                      onClick={() => setActiveKey(store.addClaim())}
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
                isSaving={isSaving}
                onDiscard={() => store.discard(draft)}
              />
            </fieldset>
          </form>
        </UnchosenContext>
      </ProblemsContext>
    </NewRefsContext>
  );
}
