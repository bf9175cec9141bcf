import { claimStatuses, credibilities } from '@claimgraph/sdk/lists';
import type { ClaimDetailFragment } from '@claimgraph/sdk/operations';
import { useLanguage } from '../words/language.ts';

/** Every assessment of a claim, with its reason. Earlier ones stay. */
export function Judgements({ assessments }: Pick<ClaimDetailFragment, 'assessments'>) {
  const { words, label, moment } = useLanguage();
  return (
    <>
      <h3>{words.assessments}</h3>
      {assessments.length === 0 && <p className="aside">{words.noAssessments}</p>}
      <ol className="changes">
        {assessments.map(({ status, credibility, rationale, at, by }) => (
          <li key={at}>
            <b>
              {[
                status && label(claimStatuses, status),
                credibility && label(credibilities, credibility),
              ]
                .filter(Boolean)
                .join(' · ')}
            </b>{' '}
            <span dir="auto">{rationale}</span>{' '}
            <span className="aside">
              {moment(at)}, <bdi>{by}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
