import { type SetStateAction, useEffect, useRef, useState } from 'react';
import { notePrivateDrafts } from '../access/drafts.ts';
import { type Draft, type DraftClaim, newClaim, newDraft } from './draft.ts';
import { asCopy, isSameDraft, withoutDraft } from './draft-versions.ts';
import { itemOf, readDraft, removeDraft, type Storages, storeDraft } from './stored-draft.ts';
import { fieldName, freeKey, type PickerTexts, typedWith, typedWithout } from './unchosen.ts';

/** Which draft a tab has open. It lasts as long as the tab. */
const openItem = 'claimgraph open report';

const storages: Storages = { local: localStorage, session: sessionStorage };

/** Another tab has changed or removed the draft that this tab has open. */
export interface DraftConflict {
  /** Undefined: it was recorded or discarded there. */
  readonly theirs: Draft | undefined;
  /** What this tab has, stored under a name of its own until its writer decides. */
  readonly mine: Draft;
}

const readOpen = () => readDraft(storages, sessionStorage.getItem(openItem) ?? '')?.draft;

function store(draft: Draft): boolean {
  const isStored = storeDraft(storages, draft, new Date());
  notePrivateDrafts(localStorage, sessionStorage);
  return isStored;
}

/** The report that is being written. Every change is kept in this browser at once. */
export function useDraft() {
  /** What this tab last read or stored. */
  const known = useRef<Draft | undefined>(undefined);
  const [draft, setDraft] = useState(() => {
    known.current = readOpen();
    return known.current ?? newDraft();
  });
  const [conflict, setConflict] = useState<DraftConflict>();
  const [isKept, setIsKept] = useState(true);
  const [removed, setRemoved] = useState<{ claim: DraftClaim; at: number }>();

  useEffect(() => {
    sessionStorage.setItem(openItem, draft.key);
    if (conflict) {
      setIsKept(store(conflict.mine));
      return;
    }
    const stored = readDraft(storages, draft.key)?.draft;
    if (!isSameDraft(stored, known.current)) {
      setConflict({ theirs: stored, mine: asCopy(draft) });
      return;
    }
    setIsKept(store(draft));
    known.current = readDraft(storages, draft.key)?.draft;
  }, [draft, conflict]);

  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== itemOf(draft.key)) return;
      const theirs = readDraft(storages, draft.key)?.draft;
      if (isSameDraft(theirs, known.current)) return;
      // Nothing was typed here since: the tabs show the same.
      if (theirs && isSameDraft(draft, known.current)) {
        known.current = theirs;
        setDraft(theirs);
      } else setConflict((before) => ({ theirs, mine: before?.mine ?? asCopy(draft) }));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, [draft]);

  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const changeClaims = (next: (claims: readonly DraftClaim[]) => readonly DraftClaim[]) =>
    setDraft((before) => ({ ...before, claims: next(before.claims) }));
  const open = (next: SetStateAction<Draft>, stored: Draft | undefined) => {
    known.current = stored;
    setRemoved(undefined);
    setConflict(undefined);
    setDraft(next);
  };
  const pickerTexts: PickerTexts = {
    textAt: (at) => draft.typed[fieldName(at, draft.claims)]?.text ?? '',
    setText: (at, typed) =>
      setDraft((before) => ({
        ...before,
        typed: typedWith(before.typed, fieldName(at, before.claims), typed),
      })),
    removeItem: (at) =>
      setDraft((before) => ({
        ...before,
        typed: typedWithout(before.typed, fieldName(at, before.claims)),
      })),
  };
  return {
    draft,
    isKept,
    conflict,
    change,
    pickerTexts,
    changeClaim: (key: number, changes: Partial<DraftClaim>) =>
      changeClaims((claims) =>
        claims.map((claim) => (claim.key === key ? { ...claim, ...changes } : claim)),
      ),
    addClaim: () => {
      const claim = { ...newClaim(draft.claims.at(-1)), key: freeKey(draft, removed?.claim) };
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
    /** Opens another draft of this browser. This one stays stored. */
    resume: (key: string) => {
      const stored = readDraft(storages, key)?.draft;
      if (stored) open(stored, stored);
    },
    /** Discards this draft. What was typed since stays, as another draft. */
    discard: (discarded: Draft) => {
      removeDraft(storages, discarded.key);
      open((now) => withoutDraft(now, discarded), undefined);
    },
    /** Goes on with what this tab has. What another tab has stays as another draft. */
    keepMine: () => {
      if (!conflict) return;
      if (!conflict.theirs)
        return open(conflict.mine, readDraft(storages, conflict.mine.key)?.draft);
      store(asCopy(conflict.theirs));
      removeDraft(storages, conflict.mine.key);
      open(draft, conflict.theirs);
    },
    /** Goes on with what another tab has. What this tab has stays as another draft. */
    takeTheirs: () => {
      if (!conflict) return;
      open(conflict.theirs ?? newDraft(), conflict.theirs);
    },
  };
}
