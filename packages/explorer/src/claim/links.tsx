import { claimLinkKinds } from '@claimgraph/sdk/lists';
import type { ClaimDetailFragment, ClaimId } from '@claimgraph/sdk/operations';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';

interface LinksProps {
  links: ClaimDetailFragment['links'];
  of: ClaimId;
}

/** How a claim relates to others, in the direction that was recorded, each with its reason. */
export function Links({ links, of }: LinksProps) {
  const { words, label } = useLanguage();
  return (
    <>
      <h3>{words.links}</h3>
      {links.length === 0 && <p className="aside">{words.noLinks}</p>}
      <ul className="links">
        {links.map(({ id, kind, sharedOrigin, rationale, from, to }) => {
          const isFrom = from.id === of;
          const other = isFrom ? to : from;
          const shared = { POSSIBLE: words.sharedOrigin, YES: words.sharedYes }[
            sharedOrigin as string
          ];
          return (
            <li key={id}>
              <span className="kicker">
                {(isFrom ? words.forth : words.hither)(label(claimLinkKinds, kind))}
                {shared && <em> · {shared}</em>}
              </span>
              <RecordLink id={other.id}>{other.statement}</RecordLink>
              <p className="aside" dir="auto">
                {rationale}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
