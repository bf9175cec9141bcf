import { matchRules, recordTypes } from '@claimgraph/sdk/lists';
import { useLanguage } from '../words/language.ts';
import type { SearchOption } from './search-hit.ts';

/** A record that a search found, and why: which of its names matched, by which rule. */
export function SearchOptionText({ option: { hit, text } }: { option: SearchOption }) {
  const { words, label } = useLanguage();
  if (!hit) return <em>{words.searchWords(text ?? '')}</em>;
  const type = label(recordTypes, hit.record.__typename.toUpperCase());
  return (
    <>
      <bdi>{hit.label}</bdi>{' '}
      <span className="aside">
        {type}
        {hit.name && ` · ${words.matched(hit.name.text, label(matchRules, hit.rule))}`}
      </span>
    </>
  );
}
