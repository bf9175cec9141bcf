import type { CheckResult } from './verify-ledger.ts';

/** The lines that show a check: its outcome, and each fault with its place. */
export function formatResult({ title, checked, wrong, faults }: CheckResult): string[] {
  if (wrong === 0) return [`ok    ${title} (${checked.toLocaleString('en')})`];
  const more = wrong - faults.length;
  return [
    `FAULT ${title}: ${wrong.toLocaleString('en')} wrong`,
    ...faults.map(({ place, problem }) => `      ${place} ${problem}`),
    ...(more > 0 ? [`      and ${more.toLocaleString('en')} more`] : []),
  ];
}
