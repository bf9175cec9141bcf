/** One thing that must be true of a ledger. */
export interface LedgerCheck {
  /** What must be true, as a sentence. */
  title: string;
  /** Selects what is wrong: columns `place` and `problem`, in order. */
  faults: string;
  /** The number of things that were checked: a select of one value, or a sum of such. */
  count: string;
}

/** One check for many tables. Places name the table. */
export const combineChecks = (
  title: string,
  checks: readonly Omit<LedgerCheck, 'title'>[],
): LedgerCheck => ({
  title,
  faults: checks.map(({ faults }) => `(${faults})`).join(' union all '),
  count: checks.map(({ count }) => `(${count})`).join(' + '),
});
