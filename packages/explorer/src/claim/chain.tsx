import { capacities, reliabilities } from '@claimgraph/sdk/lists';
import type { ClaimDetailFragment } from '@claimgraph/sdk/operations';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';

interface ChainProps {
  chain: ClaimDetailFragment['attributions'][number]['chain'];
  claim: ClaimDetailFragment;
}

/** How a claim reached us, as a path: the origin, those who passed it on, and the report. */
export function Chain({ chain, claim }: ChainProps) {
  const { words, label, date } = useLanguage();
  const { report } = claim;
  return (
    <ol className="chain">
      {chain.map(({ source, capacity, verb }, i) => (
        <li key={source.id}>
          <span className="aside">{i === 0 ? words.origin : ' '}</span>
          <RecordLink id={source.id}>{source.name}</RecordLink>
          <span className="aside">
            {[
              source.role,
              label(capacities, capacity),
              verb,
              `${words.reliability}: ${label(reliabilities, source.reliability)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
      <li className="chain-report">
        <span className="aside">{words.heardFrom}</span>
        <RecordLink id={report.id}>{report.title}</RecordLink>
        <span className="aside">
          {report.publisher && (
            <>
              <bdi>{report.publisher.name}</bdi> ·{' '}
            </>
          )}
          {report.published ? date(report.published) : words.unknownPublication}
        </span>
      </li>
    </ol>
  );
}
