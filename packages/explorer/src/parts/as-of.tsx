import { useLanguage } from '../words/language.ts';

/**
 * When the ledger knew what is shown: today. The slider for earlier moments belongs here, once the
 * API reads the past.
 */
export function AsOf() {
  const { words } = useLanguage();
  return (
    <span className="as-of">
      {words.asOf} <b>{words.now}</b>
    </span>
  );
}
