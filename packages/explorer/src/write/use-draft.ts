import { useEffect, useState } from 'react';
import { type Draft, type DraftClaim, newClaim, withoutDraft } from './draft.ts';
import { readDraft, storeDraft } from './stored-draft.ts';

/** The report that is being written. Every change is kept in this browser at once. */
export function useDraft() {
  const [draft, setDraft] = useState(() => readDraft(localStorage));
  const [isKept, setIsKept] = useState(true);
  const [removed, setRemoved] = useState<{ claim: DraftClaim; at: number }>();
  useEffect(() => setIsKept(storeDraft(localStorage, draft)), [draft]);
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const changeClaims = (next: (claims: readonly DraftClaim[]) => readonly DraftClaim[]) =>
    setDraft((before) => ({ ...before, claims: next(before.claims) }));
  return {
    draft,
    isKept,
    change,
    changeClaim: (key: number, changes: Partial<DraftClaim>) =>
      changeClaims((claims) =>
        claims.map((claim) => (claim.key === key ? { ...claim, ...changes } : claim)),
      ),
    addClaim: () => {
      const key = Math.max(0, ...draft.claims.map((claim) => claim.key));
      const last = draft.claims.at(-1);
      const claim = { ...newClaim(last), key: key + 1 };
      changeClaims((claims) => [...claims, claim]);
      return claim.key;
    },
    removeClaim: (at: number) => {
      const claim = draft.claims[at];
      if (!claim) return;
      setRemoved({ claim, at });
      changeClaims((claims) => claims.filter(({ key }) => key !== claim.key));
    },
    /** Takes the claim back that was removed last. Undefined: none was. */
    undoRemoval:
      removed &&
      (() => {
        changeClaims((claims) => claims.toSpliced(removed.at, 0, removed.claim));
        setRemoved(undefined);
      }),
    /** Discards this draft. What was typed since stays. */
    discard: (discarded: Draft) => {
      setRemoved(undefined);
      setDraft((now) => withoutDraft(now, discarded));
    },
  };
}
