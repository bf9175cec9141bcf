import type { TakenFragment } from '@claimgraph/sdk/operations';
import { useLanguage } from '../words/language.ts';

interface WithdrawnProps {
  withdrawal: TakenFragment | null | undefined;
  restsOnWithdrawn?: boolean;
}

/** Says that a record was withdrawn, by whom and why, or that it depends on one that was. */
export function Withdrawn({ withdrawal, restsOnWithdrawn }: WithdrawnProps) {
  const { words, moment } = useLanguage();
  if (withdrawal)
    return (
      <p className="withdrawn">
        <strong>{words.withdrawn}</strong>: <span dir="auto">{withdrawal.rationale}</span>{' '}
        <span className="aside">
          {moment(withdrawal.at)}, <bdi>{withdrawal.by}</bdi>
        </span>
      </p>
    );
  return restsOnWithdrawn ? <p className="withdrawn">{words.restsOnWithdrawn}</p> : null;
}
