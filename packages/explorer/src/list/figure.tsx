import { measures, personCategories } from '@claimgraph/sdk/lists';
import type { FigureFragment } from '@claimgraph/sdk/operations';
import { useLanguage } from '../words/language.ts';

/** A figure as it was said, such as "at least 6,000": never a value in the middle. */
export function Figure({ figure }: { figure: FigureFragment }) {
  const language = useLanguage();
  const { measure, of, asWritten } = figure;
  const whose =
    of?.faction?.name ?? (of?.category && language.label(personCategories, of.category));
  return (
    <span className="figure" title={asWritten ?? undefined}>
      {language.label(measures, measure)}
      {whose && (
        <>
          {' '}
          (<bdi>{whose}</bdi>)
        </>
      )}
      {': '}
      <b>{language.figure(figure)}</b>
    </span>
  );
}
