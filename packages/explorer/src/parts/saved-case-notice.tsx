import { useQuery } from '@tanstack/react-query';
import { savedCase } from '../offline/saved-case.ts';
import { useLanguage } from '../words/language.ts';

/** Says that this page is a saved case, of when, and what it does not have. */
export function SavedCaseNotice() {
  const { words, moment, number } = useLanguage();
  const { data } = useQuery({ queryKey: ['saved case'], queryFn: savedCase, staleTime: Infinity });
  return (
    <p className="aside">
      {data && words.isSavedCase(number(data.claims.length), moment(data.savedAt))}{' '}
      <bdi>{data?.savedFrom}</bdi>
    </p>
  );
}
